// Shows what was said. Everything goes in as text; nothing that anybody writes becomes markup.
import { clock, label, say } from "./say.js";

const TICK = "m4.500 12.500 5 5 10-11";
const CLOCK = "M12 7v5l3 2M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17";
const NEAR = 80; // px from the end that still count as reading along
const QUICK = 3_000; // ms in which the bot has begun to answer
const SLOW = 10_000; // ms that it may take once it says that it is at it
const PICTURE = /\.(?:jpe?g|png)$/i;
const LINK = /https:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;
const NUMBER = /(^|[^\d])(\d(?: ?\d){10})(?!\d)/g;

export class Log {
  constructor(parts, { onPick }) {
    Object.assign(this, parts);
    this.onPick = onPick;
    this.shown = new Map();
    this.pending = new Map(); // written here, not yet in the transcript
    this.unsent = new Map(); // written here, not yet taken for good
    this.newer.addEventListener("click", () => this.toEnd(true));
    this.scroll.addEventListener("scroll", () => this.atEnd() && (this.newer.hidden = true), { passive: true });
    addEventListener("resize", () => this.following && this.toEnd());
  }

  get empty() {
    return this.shown.size === 0 && this.pending.size === 0;
  }

  clear() {
    this.shown.clear();
    this.pending.clear();
    this.unsent.clear();
    this.log.replaceChildren();
    this.expectNothing();
  }

  // The server tells the whole story anew; what it does not know yet stays.
  begin() {
    this.log.setAttribute("aria-live", "off");
    this.loading = true;
    this.shown.clear();
    this.log.replaceChildren(...this.pending.values());
  }

  ready() {
    if (!this.loading) return;
    this.loading = false;
    this.toEnd(true);
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 300);
  }

  add(entry) {
    if (this.shown.has(entry.ref)) return;
    const follow = this.atEnd() || entry.author === "user";
    const waiting = this.pending.get(entry.once);
    waiting?.remove();
    this.pending.delete(entry.once);
    const item = this.item(entry);
    if (entry.author === "user") this.latest = entry.once;
    if (entry.author === "bot") this.answered();
    else if (this.unsent.has(entry.once)) this.wait(item, entry.once);
    else mark(item, TICK, "sent");
    this.shown.set(entry.ref, item);
    this.log.insertBefore(item, this.pending.values().next().value ?? null);
    this.tidy();
    if (!this.loading && !waiting) item.classList.add("arrived");
    if (follow) this.toEnd();
    else if (!this.loading) this.newer.hidden = false;
  }

  queue(message) {
    if (message.start) return;
    const text = message.label ?? message.text;
    const item = this.item({ author: "user", text, at: message.at, choices: [], picked: message.choice });
    item.classList.add("arrived");
    this.wait(item, `web:${message.id}`);
    this.pending.set(`web:${message.id}`, item);
    this.log.append(item);
    this.disable(message);
    this.tidy();
    this.toEnd();
  }

  wait(item, once) {
    item.classList.add("pending");
    mark(item, CLOCK, "waiting");
    this.unsent.set(once, item);
  }

  sent(id) {
    const item = this.unsent.get(`web:${id}`);
    if (!item) return;
    this.unsent.delete(`web:${id}`);
    item.classList.remove("pending");
    mark(item, TICK, "sent");
  }

  refuse(id, why) {
    const item = this.pending.get(`web:${id}`);
    if (!item) return;
    this.pending.delete(`web:${id}`);
    this.unsent.delete(`web:${id}`);
    item.classList.replace("pending", "failed");
    mark(item, "M6 6l12 12M18 6 6 18", "not-sent");
    item.append(make("p", "trouble", why));
    this.aside.textContent = why;
    this.toEnd();
  }

  takeBack(ref) {
    if (ref === "*") {
      this.shown.clear();
      this.log.replaceChildren(...this.pending.values());
    }
    const item = this.shown.get(ref);
    if (!item) return;
    item.classList.add("gone");
    item.classList.remove("protect", "arrived");
    item.replaceChildren(label(make("div", "bubble"), item.classList.contains("user") ? "deleted" : "hidden"));
  }

  // After something was sent: briefly, and not where nothing came the last time, as while a person has the conversation.
  asked(id) {
    if (this.answeredTo === `web:${id}`) return; // the answer was quicker than the word that the message was taken
    this.askedAt = Date.now();
    if (!this.silent) this.expect(QUICK);
  }

  expect(patience = SLOW) {
    clearTimeout(this.patience);
    const follow = this.atEnd();
    this.typing.hidden = false;
    this.patience = setTimeout(() => {
      this.silent = patience === QUICK;
      this.expectNothing();
    }, patience);
    if (follow) this.toEnd();
  }

  answered() {
    this.answeredTo = this.latest;
    if (Date.now() - this.askedAt < QUICK) this.silent = false;
    this.expectNothing();
  }

  expectNothing() {
    clearTimeout(this.patience);
    this.typing.hidden = true;
  }

  item(entry) {
    const item = make("div", `message ${entry.author}`);
    if (entry.ref) item.dataset.ref = entry.ref;
    if (entry.protect) item.classList.add("protect");
    const bubble = make("div", "bubble");
    bubble.append(label(make("span", "unseen"), entry.author === "bot" ? "bot" : "you"), " ");
    const text = make("div", "text");
    text.dir = "auto";
    text.append(...this.rich(entry));
    const meta = make("div", "meta");
    const time = make("time", "", new Date(entry.at).toLocaleTimeString(clock(), { hour: "2-digit", minute: "2-digit" }));
    time.dateTime = new Date(entry.at).toISOString();
    meta.append(time);
    bubble.append(text, meta);
    item.append(bubble);
    if (entry.choices.length) item.append(this.choices(entry));
    return item;
  }

  rich(entry) {
    if (entry.author !== "bot") return [entry.text];
    if (entry.file) {
      const link = make("a", "file", say("download", { name: entry.file.name }));
      Object.assign(link, { href: entry.file.href, download: entry.file.name });
      return PICTURE.test(entry.file.name) ? [this.picture(entry.file), link] : [link];
    }
    return split(entry.text, LINK, (match) => {
      const link = make("a", "", match[0]);
      Object.assign(link, { href: match[0], target: "_blank", rel: "noopener noreferrer" });
      return ["", link];
    }).flatMap((part) => (typeof part === "string" && entry.protect ? this.copyable(part) : [part]));
  }

  picture({ name, href }) {
    const picture = make("img", "picture");
    const follow = this.loading || this.atEnd();
    picture.addEventListener("load", () => follow && this.toEnd());
    picture.addEventListener("error", () => picture.remove()); // it is kept for a short while only
    Object.assign(picture, { alt: say("photo", { name }), src: href });
    return picture;
  }

  copyable(text) {
    return split(text, NUMBER, (match) => {
      const digits = match[2].split(" ").join("");
      const button = label(make("button", "copy"), "copy");
      button.type = "button";
      button.setAttribute("aria-label", say("copy-number", { number: digits }));
      button.addEventListener("click", () => this.copy(digits, button));
      const whole = make("span", "number", match[2]);
      whole.append(button);
      return [match[1], whole];
    });
  }

  async copy(digits, button) {
    const done = await toClipboard(digits);
    button.textContent = say(done ? "copied" : "not-copied");
    this.aside.textContent = say(done ? "number-copied" : "number-not-copied");
    setTimeout(() => (button.textContent = say("copy")), 2500);
  }

  choices(entry) {
    const group = make("div", "choices");
    group.setAttribute("role", "group");
    label(group, "choices", "aria-label");
    for (const choice of entry.choices) {
      const button = make("button", "choice", choice.label);
      button.type = "button";
      button.dir = "auto";
      button.dataset.choice = choice.id;
      button.addEventListener("click", () => this.onPick(choice, entry.ref));
      group.append(button);
    }
    return group;
  }

  disable(message) {
    for (const button of this.log.querySelectorAll(".choice")) {
      button.disabled = true;
      const item = this.shown.get(message.ref);
      if (button.dataset.choice === message.choice && item?.contains(button)) button.classList.add("picked");
    }
  }

  // Only what was offered since the user last spoke can still be chosen.
  tidy() {
    let previous = null;
    const items = [...this.log.children];
    const spoken = items.filter((item) => item.classList.contains("user") && !item.classList.contains("pending"));
    const last = items.indexOf(spoken[spoken.length - 1]);
    items.forEach((item, index) => {
      if (index < last) item.querySelector(".choices")?.remove();
      const author = item.classList.contains("user") ? "user" : "bot";
      item.classList.toggle("same", author === previous);
      previous = author;
    });
  }

  atEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR;
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.newer.hidden = true;
  }
}

function make(tag, name, text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}

function mark(item, path, key) {
  item.querySelector(".sent")?.remove();
  const sent = make("span", "sent");
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  picture.append(line);
  sent.append(picture, label(make("span", "unseen"), key));
  item.querySelector(".meta")?.append(sent); // none where the words were taken back meanwhile
}

function split(text, pattern, piece) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [before, element] = piece(match);
    parts.push(text.slice(from, match.index) + before, element);
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== "");
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = make("textarea", "unseen");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy"); // where the newer way is not allowed: pages without https
    area.remove();
    return done;
  }
}
