"use strict";
// What the desk's pages do by themselves. Everything else is plain forms and links, with htmx where a part is enough.
(() => {
  const $ = (id) => document.getElementById(id);
  const talk = $("talk");
  const now = () => Date.now() - skew;
  let skew = 0;

  // --- news: one tab listens to the stream for all tabs (a browser opens few connections to one server, and each stream
  // keeps one); it says that something has happened, and htmx fetches what each page shows of it ---
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

  function join() {
    if (!navigator.locks) return listen(); // a page that is not secure: each tab for itself
    navigator.locks.request("desk-live", () => { listen(); return new Promise(() => {}); });
    tabs.postMessage({ what: "tab" });
    addEventListener("load", () => hear({ what: "ticket", data: { number: 0 } }));
  }

  // `lost`: false, true, or "out" for somebody whose session has ended. Nobody is led away from what they are writing.
  function connection(lost) {
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

  // --- sound: two short tones, off until somebody switches them on ---
  const sound = $("sound");
  let tones;
  function beep() {
    if (localStorage.getItem("sound") !== "on" || !tones) return;
    for (const [after, pitch] of [[0, 660], [0.16, 880]]) {
      const tone = tones.createOscillator(), level = tones.createGain(), at = tones.currentTime + after;
      tone.frequency.value = pitch;
      level.gain.setValueAtTime(0.0001, at);
      level.gain.exponentialRampToValueAtTime(0.2, at + 0.02);
      level.gain.exponentialRampToValueAtTime(0.0001, at + 0.15);
      tone.connect(level).connect(tones.destination);
      tone.start(at);
      tone.stop(at + 0.16);
      document.documentElement.dataset.beeps = Number(document.documentElement.dataset.beeps || 0) + 1;
    }
  }
  function showSound() {
    if (!sound) return;
    const on = localStorage.getItem("sound") === "on";
    sound.setAttribute("aria-pressed", String(on));
    sound.querySelector(".wide").textContent = on ? sound.dataset.on : sound.dataset.off;
  }
  sound?.addEventListener("click", () => {
    localStorage.setItem("sound", localStorage.getItem("sound") === "on" ? "off" : "on");
    showSound();
    beep();
  });
  showSound();
  // Browsers let a page sound only after somebody has touched it.
  addEventListener("pointerdown", () => { tones ??= new AudioContext(); }, { once: true, capture: true });
  addEventListener("keydown", () => { tones ??= new AudioContext(); }, { once: true, capture: true });

  // --- times that go on ---
  const units = $("units")?.dataset;
  const words = units && { now: units.lengthNow, minutes: units.minutes, hours: units.hours, days: units.days, left: units.left };
  function span(ms) {
    const minutes = Math.floor(Math.max(ms, 0) / 60000);
    const [key, values] = minutes < 1 ? ["now", []] : minutes < 60 ? ["minutes", [minutes]]
      : minutes < 1440 ? ["hours", [Math.floor(minutes / 60), minutes % 60]]
      : ["days", [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]];
    return values.reduce((text, value) => text.replace("#", value), words[key]);
  }
  function tick() {
    if (!words) return;
    for (const time of document.querySelectorAll("time[data-since]")) put(time, span(now() - time.dataset.since));
    for (const time of document.querySelectorAll("time[data-until]")) {
      const left = time.dataset.until - now();
      put(time, left > 0 ? words.left.replace("#", span(left)) : time.dataset.over);
      const window_ = time.closest(".window");
      if (window_ && left <= 0) { window_.classList.remove("window-open", "window-little"); window_.classList.add("window-closed"); }
    }
  }
  function put(element, text) { if (element.textContent !== text) element.textContent = text; }
  if (units) skew = Date.now() - Number(units.now);
  setInterval(tick, 5000);

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

  // --- the conversation: its end stays in sight, unless somebody reads further up ---
  const log = $("log"), newer = $("newer");
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

  // --- the box ---
  const reply = $("reply"), box = $("words");
  const draftKey = talk ? "draft-" + talk.dataset.ticket : "", noteKey = "note-" + draftKey;
  let sending = false, sent = "", tried; // what is on its way, and what was tried last
  const longest = Number(reply?.dataset.longest || 0);
  function size() {
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
  function fresh() { return Array.from(crypto.getRandomValues(new Uint8Array(9)), (one) => one.toString(16).padStart(2, "0")).join(""); }
  if (box) {
    if (!box.value) box.value = sessionStorage.getItem(draftKey) || "";
    // What was meant for colleagues must not come back as words for the user.
    if ($("composer-state").dataset.can === "note" || (box.value && sessionStorage.getItem(noteKey))) $("kind-note").checked = true;
    box.addEventListener("input", () => { keepDraft(); size(); canned(); });
    reply.addEventListener("change", () => {
      keepDraft();
      size();
      $("file-name").textContent = $("file").files[0]?.name || "";
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); if (!$("send").disabled) reply.requestSubmit(); return; }
      choose(event);
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
      stick = true;
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

  $("member")?.addEventListener("desk-confirmed", () => {
    $("member").replaceChildren();
    $("digits").value = "";
  });

  // --- canned replies: a slash at the beginning, then words to find one ---
  const list = $("canned");
  let asked = 0, wait;
  function hide() { list.hidden = true; list.replaceChildren(); box.removeAttribute("aria-activedescendant"); }
  function canned() {
    clearTimeout(wait);
    const typed = /^\/([^\n]{0,40})$/.exec(box.value);
    if (!typed) { if (!list.hidden) hide(); return; }
    const mine = ++asked;
    wait = setTimeout(async () => {
      const answer = await fetch(list.dataset.from + "?q=" + encodeURIComponent(typed[1]), { headers: { "HX-Request": "true" } });
      if (!answer.ok || mine !== asked) return;
      // The server's own template, in which every word is escaped; the same that htmx would put here.
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      list.replaceChildren(...page.body.childNodes);
      list.hidden = false;
      select(list.querySelector(".canned-reply"));
    }, 120);
  }
  function select(option) {
    for (const one of list.querySelectorAll(".canned-reply")) one.setAttribute("aria-selected", String(one === option));
    if (!option) return;
    box.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
  function take(option) {
    box.value = option.dataset.text;
    keepDraft();
    hide();
    size();
    box.focus();
  }
  function choose(event) {
    if (list.hidden) return;
    const options = [...list.querySelectorAll(".canned-reply")];
    const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") { event.preventDefault(); hide(); }
    if (!options.length) return;
    if (event.key === "ArrowDown") { event.preventDefault(); select(options[(at + 1) % options.length]); }
    if (event.key === "ArrowUp") { event.preventDefault(); select(options[(at - 1 + options.length) % options.length]); }
    if ((event.key === "Enter" || event.key === "Tab") && at >= 0) { event.preventDefault(); take(options[at]); }
  }
  list?.addEventListener("click", (event) => { const option = event.target.closest(".canned-reply"); if (option) take(option); });

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
    if (log && !log.isConnected) for (const key of [draftKey, noteKey]) sessionStorage.removeItem(key); // the ticket is gone, and what was meant for it
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
})();
