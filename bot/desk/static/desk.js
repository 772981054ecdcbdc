// What the desk's pages do by themselves. Everything else is plain forms and links, with htmx where a part is enough.
import { box, forgetDraft, fresh, size } from "./box.js";
import { log } from "./log.js";
import { connection, join } from "./news.js";
import { $, talk } from "./page.js";
import { tick } from "./times.js";

// --- the queue: marks ---
function marks() {
  const together = $("together");
  if (!together) return;
  const count = document.querySelectorAll("#tickets input:checked").length;
  $("marked").textContent = count;
  together.hidden = !count;
}
document.addEventListener("change", (event) => {
  if (event.target.matches("#tickets input")) marks();
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

$("member")?.addEventListener("desk-confirmed", () => {
  $("member").replaceChildren();
  $("digits").value = "";
});

// --- htmx: a wish that was granted gets a new name; what went wrong is said ---
document.addEventListener("htmx:after:request", (event) => {
  const { ctx } = event.detail, form = ctx.sourceElement?.closest?.("form");
  if (ctx.request.method === "GET" && ctx.response?.status < 400) connection(false);
  if (ctx.request.method === "GET" || !ctx.response || ctx.response.status >= 400) return;
  const once = form?.querySelector("input[name=once]");
  if (once) once.value = fresh();
  for (const open of [$("transfer"), $("closing")]) if (open?.contains(form)) open.open = false;
});
document.addEventListener("htmx:response:error", (event) => {
  const { ctx } = event.detail;
  if (ctx.request.method === "GET") return connection(true); // what the page shows may be out of date
  refuse(ctx.response?.status === 413 ? $("connection")?.dataset.large : (ctx.text || "").slice(0, 300));
});
document.addEventListener("htmx:error", (event) => { // no answer came, or not all of it
  const { ctx } = event.detail;
  if (!ctx?.request) return;
  if (ctx.request.method === "GET") connection(true);
  else refuse($("connection")?.dataset.undone);
});
function refuse(words) {
  const notice = $("notice");
  if (!notice || !words) return;
  const line = document.createElement("p");
  line.textContent = words;
  notice.setAttribute("role", "alert");
  notice.classList.add("bad");
  notice.replaceChildren(line);
}
// What was pressed may be gone with what it did: whoever works by keyboard goes on in the box, or at the top.
document.addEventListener("htmx:finally:request", (event) => {
  const at = document.activeElement;
  if (!talk?.isConnected || event.detail.ctx.request.method === "GET") return;
  if (at && at !== document.body && at.checkVisibility()) return;
  ($("composer-state")?.dataset.can === "say" ? box : $("main"))?.focus({ preventScroll: true });
});
let can = $("composer-state")?.dataset.can;
document.addEventListener("htmx:after:swap", () => {
  marks(); size(); tick();
  const state = $("composer-state")?.dataset, before = can;
  for (const form of [$("transfer"), $("closing")]) if (form && state) form.hidden = state.decide !== "1";
  can = state?.can;
  // What was refused while it was somebody else's is true no more; an old refusal would only mislead.
  if (before === "note" && can === "say") document.querySelector("#notice.bad")?.replaceChildren();
  if (log && !log.isConnected) forgetDraft();
});

// --- the keyboard; never while somebody types ---
const help = $("help");
$("help-open")?.addEventListener("click", () => help.showModal());
const typing = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog[open]");
const links = () => [...document.querySelectorAll("#tickets .ticket-link")];
function move(by) {
  const all = links();
  if (!all.length) return;
  const at = all.findIndex((one) => one.closest(".ticket").contains(document.activeElement));
  all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)].focus();
}
const here = () => document.activeElement?.closest?.(".ticket");
const keys = {
  j: () => move(1),
  k: () => move(-1),
  x: () => here()?.querySelector("input[type=checkbox]")?.click(),
  c: () => (here()?.querySelector(".claim") || $("claim"))?.click(),
  r: () => box?.focus(),
  s: () => $("search")?.focus(),
  q: () => { location.href = "/desk"; },
  "?": () => help?.showModal(),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const does = keys[event.key];
  if (does) { event.preventDefault(); does(); }
});

// --- ask before something is deleted ---
document.addEventListener("submit", (event) => {
  const sure = event.target.dataset?.sure;
  if (sure && !confirm(sure)) event.preventDefault();
});

document.documentElement.classList.add("scripted");
if ($("connection")) join();
