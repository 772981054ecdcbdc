// News: one tab listens to the stream for all tabs (a browser opens few connections to one server, and each stream keeps
// one); it says that something has happened, and htmx fetches what each page shows of it.
import { $, talk } from "./page.js";
import { beep } from "./sound.js";

const title = document.title;
let newest = Number(sessionStorage.getItem("newest") || 0);
let own = JSON.parse(sessionStorage.getItem("own")); // tickets of one's own that wait; null before the first news
let unseen = 0;
const tabs = new BroadcastChannel("desk");
tabs.onmessage = (event) => hear(event.data);
function tell(news) { tabs.postMessage(news); hear(news); }

function hear({ what, data }) {
  if (what === "queue") queue(data);
  if (what === "ticket" && (!data.number || String(data.number) === talk?.dataset.ticket)) htmx.trigger(document.body, "desk:ticket");
  if (what === "connection") connection(data);
  if (what === "tab") tabs.postMessage({ what: "queue", data: last });
  if (what === "queue" && data) document.documentElement.dataset.live = "";
}

let last;
function listen() {
  const source = new EventSource("/desk/live");
  let lost;
  source.addEventListener("queue", (event) => { last = JSON.parse(event.data); tell({ what: "queue", data: last }); });
  source.addEventListener("ticket", (event) => tell({ what: "ticket", data: JSON.parse(event.data) }));
  source.onopen = () => { clearTimeout(lost); lost = undefined; tell({ what: "connection", data: false }); };
  source.onerror = () => {
    lost ??= setTimeout(() => tell({ what: "connection", data: true }), 4000);
    if (source.readyState !== EventSource.CLOSED) return;
    clearTimeout(lost); // signed out, or the server said no: say which, and ask again a little later
    signedOut().then((out) => tell({ what: "connection", data: out ? "out" : true }));
    setTimeout(listen, 10000);
  };
  addEventListener("pagehide", () => source.close(), { once: true });
}

// Whether nobody is signed in any more; an EventSource does not tell why it was refused.
async function signedOut() {
  const asking = new AbortController();
  const answer = await fetch("/desk/live", { headers: { Accept: "text/event-stream" }, signal: asking.signal }).catch(() => null);
  asking.abort();
  return answer?.status === 401;
}

export function join() {
  if (!navigator.locks) return listen(); // a page that is not secure: each tab for itself
  navigator.locks.request("desk-live", () => { listen(); return new Promise(() => {}); });
  tabs.postMessage({ what: "tab" });
  addEventListener("load", () => hear({ what: "ticket", data: { number: 0 } }));
}

// `lost`: false, true, or "out" for somebody whose session has ended. Nobody is led away from what they are writing.
export function connection(lost) {
  const line = $("connection"), state = lost === "out" ? "out" : lost ? "lost" : "";
  if (!line || (line.dataset.state || "") === state) return;
  line.dataset.state = state;
  line.hidden = !lost;
  line.textContent = state ? line.dataset[state] : "";
  if (state === "out") {
    const door = document.createElement("a");
    door.href = "/desk/login?next=" + encodeURIComponent(location.pathname);
    door.textContent = line.dataset.door;
    line.append(" ", door);
  }
  if (!lost) { htmx.trigger(document.body, "desk:queue"); htmx.trigger(document.body, "desk:ticket"); }
}

function queue(told) {
  if (!told) return;
  const { waiting, newest: latest, mine } = told;
  count($("waiting-count"), waiting);
  count($("mine-count"), mine.length);
  if (latest > newest && newest) announce($("heard").dataset.new);
  else if (own && !acted() && mine.some((number) => !own.includes(number))) announce($("heard").dataset.mine);
  if (latest > newest || !newest) sessionStorage.setItem("newest", (newest = Math.max(latest, newest, 1)));
  sessionStorage.setItem("own", JSON.stringify((own = mine)));
  if (!waiting && !mine.length) unseen = 0;
  badge();
  htmx.trigger(document.body, "desk:queue");
}

function count(link, number) {
  if (link) { link.textContent = number; link.hidden = !number; }
}

function announce(words) {
  if (document.hidden) unseen += 1;
  $("heard").textContent = "";
  requestAnimationFrame(() => { $("heard").textContent = words; });
  beep();
}

// What somebody has just taken with their own hands is no news to them, in any of their tabs.
const acted = () => Date.now() - Number(localStorage.getItem("acted") || 0) < 3000;
addEventListener("submit", () => localStorage.setItem("acted", Date.now()), true);

function badge() { document.title = unseen ? `(${unseen}) ${title}` : title; }
document.addEventListener("visibilitychange", () => { if (!document.hidden) { unseen = 0; badge(); } });
