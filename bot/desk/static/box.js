// The box that replies and notes are written in. What is in it outlasts news, reloads and a session's end.
import { cannedReplies } from "./canned.js";
import { readAlong } from "./log.js";
import { $, talk } from "./page.js";

export const box = $("words");
const reply = $("reply");
const draftKey = talk ? "draft-" + talk.dataset.ticket : "", noteKey = "note-" + draftKey;
let sending = false, sent = "", tried; // what is on its way, and what was tried last
const longest = Number(reply?.dataset.longest || 0);
export function size() {
  if (!box?.isConnected) return;
  const note = $("kind-note").checked;
  const length = [...box.value].length;
  const counter = $("counter");
  counter.textContent = `${length}/${longest}`;
  counter.classList.toggle("over", length > longest);
  counter.setAttribute("aria-label", counter.dataset.left.replace("#", longest - length));
  const open = $("composer-state").dataset.open === "1";
  const send = $("send");
  send.textContent = note ? send.dataset.note : send.dataset.say;
  send.disabled = length > longest || (!note && !open);
  reply.classList.toggle("noting", note);
  box.placeholder = note ? box.dataset.noteHint : hint;
}
const hint = box?.placeholder;
export function fresh() { return Array.from(crypto.getRandomValues(new Uint8Array(9)), (one) => one.toString(16).padStart(2, "0")).join(""); }
if (box) {
  const replies = cannedReplies(box, () => { keepDraft(); size(); });
  if (!box.value) box.value = sessionStorage.getItem(draftKey) || "";
  // What was meant for colleagues must not come back as words for the user.
  if ($("composer-state").dataset.can === "note" || (box.value && sessionStorage.getItem(noteKey))) $("kind-note").checked = true;
  box.addEventListener("input", () => { keepDraft(); size(); replies.typed(); });
  reply.addEventListener("change", () => {
    keepDraft();
    size();
    $("file-name").textContent = $("file").files[0]?.name || "";
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); if (!$("send").disabled) reply.requestSubmit(); return; }
    replies.key(event);
  });
  // Before htmx reads the form. The same words again are the same wish, as the answer may have got lost; other words are
  // another one. While some are on their way, what is written next stays in the box.
  addEventListener("submit", (event) => {
    if (event.target !== reply) return;
    if (sending) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    const file = $("file").files[0];
    const trying = JSON.stringify([$("kind-note").checked, box.value, file?.name, file?.size, file?.lastModified]);
    if (tried && tried !== trying) reply.elements.once.value = fresh();
    tried = trying;
    sent = box.value;
  }, true);
  reply.addEventListener("htmx:before:request", (event) => {
    if (event.detail.ctx.sourceElement !== reply) return;
    sending = true;
    $("notice").replaceChildren(); // what went wrong the last time
  });
  reply.addEventListener("htmx:finally:request", (event) => { if (event.detail.ctx.sourceElement === reply) sending = false; });
  reply.addEventListener("desk-said", () => {
    const more = box.value === sent ? "" : box.value.startsWith(sent) ? box.value.slice(sent.length).trimStart() : box.value;
    tried = undefined;
    box.value = more;
    keepDraft();
    $("file").value = "";
    $("file-name").textContent = "";
    // The next words are for the user again, unless they have been begun.
    if (!more && $("composer-state").dataset.can === "say") $("kind-say").checked = true;
    readAlong();
    size();
    box.focus();
  });
  size();
}

function keepDraft() {
  for (const [key, value] of [[draftKey, box.value], [noteKey, box.value && $("kind-note").checked ? "1" : ""]]) {
    if (value) sessionStorage.setItem(key, value); else sessionStorage.removeItem(key);
  }
}

// What was meant for a ticket that is gone is meant for nobody.
export function forgetDraft() { for (const key of [draftKey, noteKey]) sessionStorage.removeItem(key); }
