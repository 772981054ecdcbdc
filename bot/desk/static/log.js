// The conversation: its end stays in sight, unless somebody reads further up.
import { $ } from "./page.js";

export const log = $("log");
const newer = $("newer");
const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 60;
let stick = true;
if (log) {
  log.scrollTop = log.scrollHeight;
  // Pictures grow when they have come; their `load` does not bubble.
  log.addEventListener("load", () => { if (stick) log.scrollTop = log.scrollHeight; }, true);
  log.addEventListener("scroll", () => { stick = atEnd(); if (stick) newer.hidden = true; });
  newer.addEventListener("click", () => { log.scrollTop = log.scrollHeight; newer.hidden = true; });
  let last = log.lastElementChild?.id;
  new MutationObserver(() => {
    const latest = log.lastElementChild?.id;
    if (latest !== last && !stick) newer.hidden = false;
    last = latest;
    if (stick) log.scrollTop = log.scrollHeight;
  }).observe(log, { childList: true });
}

// Whoever has just written reads along.
export function readAlong() { stick = true; }
