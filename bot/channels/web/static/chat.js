// The page: wires what is written, what is said, and the lines to and from the server.
import { attach } from "./attach.js";
import { Feed } from "./feed.js";
import { Log } from "./log.js";
import { Outbox, newId } from "./outbox.js";
import { Personas } from "./personas.js";
import { say, speak } from "./say.js";
import { store } from "./store.js";

const at = (id) => document.getElementById(id);
const draft = at("draft");
const state = at("state");
const personas = new Personas(at("personas"), { onSwitch: open, onTry: insert });
const log = new Log(
  { log: at("log"), scroll: at("scroll"), typing: at("typing"), newer: at("newer"), aside: at("aside") },
  { onPick: pick },
);
const outbox = new Outbox({
  onQueued: (message) => message.as === personas.current && log.queue(message),
  onSent: (message) => message.as === personas.current && (log.sent(message.id), !message.start && log.asked(message.id)),
  onRefused: (message, why) => message.as === personas.current && log.refuse(message.id, why),
  onTrouble: (why) => tell("outbox", why),
});
const feed = new Feed({ onEvent: hear, onState: (up) => tell("feed", up ? "" : lost()) });
const troubles = { outbox: "", feed: "", attach: "" };

function lost() {
  return say(navigator.onLine ? "reconnecting" : "offline");
}

function tell(from, why) {
  troubles[from] = why;
  const text = troubles.feed || troubles.outbox || troubles.attach;
  if (state.textContent !== text) state.textContent = text;
  state.hidden = !text;
}

function open() {
  log.clear();
  feed.open(personas.current, null);
  for (const message of outbox.waiting(personas.current)) log.queue(message);
  focus();
}

const startKey = () => `start:${personas.current ?? ""}`;

function hear(name, data) {
  if (data.locale) speak(data.locale);
  if (name === "begin" && data.fresh) log.begin();
  else if (name === "said") log.add(data);
  else if (name === "gone") log.takeBack(data.ref);
  else if (name === "typing") log.expect();
  else if (name === "ready") {
    log.ready();
    greet();
  }
}

function greet() {
  if (!log.empty) {
    store.remove(startKey());
    return;
  }
  // The same id until something was said: reloading the page does not open the conversation twice.
  const id = store.get(startKey()) ?? newId();
  store.set(startKey(), id);
  outbox.put({ id, as: personas.current, start: true });
  log.expect();
}

function write() {
  const text = draft.value.trim();
  if (!text) return;
  outbox.put({ id: newId(), as: personas.current, text });
  draft.value = "";
  grow();
}

function pick(choice, ref) {
  outbox.put({ id: newId(), as: personas.current, choice: choice.id, ref, label: choice.label });
  focus();
}

// Not on touch screens, where it would bring up the keyboard.
function focus() {
  if (matchMedia("(pointer: fine)").matches) draft.focus({ preventScroll: true });
}

function insert(value) {
  draft.value = value;
  grow();
  draft.focus();
}

function grow() {
  draft.style.height = "auto";
  draft.style.height = `${draft.scrollHeight + 2}px`;
}

at("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  write();
  draft.focus();
});
draft.addEventListener("input", grow);
draft.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  write();
});

attach(at("attach"), at("file"), {
  onFile: (file, text) => outbox.put({ id: newId(), as: personas.current, text, file: true }, file),
  onRefused: (why) => tell("attach", why),
});

const sure = at("sure");
at("new").addEventListener("click", () => sure.showModal());
sure.addEventListener("close", async () => {
  if (sure.returnValue !== "yes") return;
  sure.returnValue = "";
  try {
    const answer = await fetch("chat/leave", { method: "POST" });
    if (!answer.ok) throw new Error(String(answer.status));
  } catch {
    tell("outbox", say("not-left"));
    return;
  }
  feed.close();
  store.clear();
  location.reload();
});

personas.begin();
open();
outbox.send();
