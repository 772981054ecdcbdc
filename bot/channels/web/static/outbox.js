// What was written and is not yet safe with the server: kept over reloads, sent one after the other, each until it is
// taken. Every message carries its own id, by which the server knows a repeat.
import { language, say } from "./say.js";
import { store } from "./store.js";

const KEY = "outbox";
const PATIENCE = 20_000;
const FILE_PATIENCE = 120_000;

export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export class Outbox {
  constructor({ onQueued, onSent, onRefused, onTrouble }) {
    Object.assign(this, { onQueued, onSent, onRefused, onTrouble });
    this.queue = JSON.parse(store.get(KEY) ?? "[]");
    this.files = new Map(); // what a tab cannot remember over a reload
    this.tries = 0;
    addEventListener("online", () => this.wake());
  }

  waiting(persona) {
    return this.queue.filter((message) => message.as === persona);
  }

  put(message, file) {
    if (this.queue.some((waiting) => waiting.id === message.id)) return;
    if (file) this.files.set(message.id, file);
    this.queue.push({ ...message, at: Date.now() });
    this.save();
    this.onQueued(this.queue[this.queue.length - 1]);
    this.send();
  }

  async send() {
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.queue.length) await this.next();
    } finally {
      this.busy = false;
    }
  }

  async next() {
    const message = this.queue[0];
    const outcome = await this.post(message);
    if (outcome.again) return this.pause(outcome.after);
    this.queue.shift();
    this.files.delete(message.id);
    this.save();
    this.tries = 0;
    // Apart from the sending: what fails in showing it keeps no later message back.
    Promise.resolve().then(() => {
      this.onTrouble("");
      if (outcome.refused) this.onRefused(message, outcome.refused);
      else this.onSent(message);
    });
  }

  async post(message) {
    if (message.file && !this.files.has(message.id)) {
      return { refused: say("file-forgotten") };
    }
    let answer;
    try {
      answer = await (message.file ? upload(message, this.files.get(message.id)) : write(message));
    } catch {
      return { again: true };
    }
    if (answer.ok) return {};
    const told = await answer.json().catch(() => ({}));
    if (answer.status === 401) return this.renew();
    if (message.file && told.error === "room") return { refused: told.message };
    if (answer.status === 408 || answer.status === 429 || answer.status >= 500) {
      if (answer.status === 429) this.onTrouble(told.message);
      else if (this.tries > 0) this.onTrouble(say("trouble"));
      return { again: true, after: Number(answer.headers.get("Retry-After")) * 1000 };
    }
    return { refused: told.message ?? say("cannot-send") };
  }

  async renew() {
    if (this.tries > 1) this.onTrouble(say("no-cookies"));
    await fetch("chat", { cache: "no-store" }).catch(() => null);
    return { again: true };
  }

  pause(after) {
    const wait = after || Math.min(15_000, 500 * 2 ** this.tries) * (0.7 + 0.6 * Math.random());
    this.tries += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  wake() {}

  save() {
    store.set(KEY, JSON.stringify(this.queue));
  }
}

function write({ id, as, text, choice, ref, start }) {
  const body = JSON.stringify({ id, as: as ?? undefined, text, choice, ref, start });
  const headers = { "Content-Type": "application/json", "Accept-Language": language() };
  return fetch("chat/messages", { method: "POST", headers, body, signal: timeout(PATIENCE) });
}

function upload({ id, as }, file) {
  const query = new URLSearchParams(as ? { id, as, name: file.name } : { id, name: file.name });
  const headers = { "Content-Type": "application/octet-stream", "Accept-Language": language() };
  return fetch(`chat/uploads?${query}`, { method: "POST", headers, body: file, signal: timeout(FILE_PATIENCE) });
}

function timeout(after) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), after);
  return controller.signal;
}
