// Canned replies: a slash at the beginning of the box, then words to find one.
import { $ } from "./page.js";

// `taken` is called when one has been put into the box. Returned: what to do when something was typed or pressed there.
export function cannedReplies(box, taken) {
  const list = $("canned");
  let asked = 0, wait;

  function hide() { list.hidden = true; list.replaceChildren(); box.removeAttribute("aria-activedescendant"); }
  function typed() {
    clearTimeout(wait);
    const words = /^\/([^\n]{0,40})$/.exec(box.value);
    if (!words) { if (!list.hidden) hide(); return; }
    const mine = ++asked;
    wait = setTimeout(async () => {
      const answer = await fetch(list.dataset.from + "?q=" + encodeURIComponent(words[1]), { headers: { "HX-Request": "true" } });
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
    hide();
    taken();
    box.focus();
  }
  function key(event) {
    if (list.hidden) return;
    const options = [...list.querySelectorAll(".canned-reply")];
    const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") { event.preventDefault(); hide(); }
    if (!options.length) return;
    if (event.key === "ArrowDown") { event.preventDefault(); select(options[(at + 1) % options.length]); }
    if (event.key === "ArrowUp") { event.preventDefault(); select(options[(at - 1 + options.length) % options.length]); }
    if ((event.key === "Enter" || event.key === "Tab") && at >= 0) { event.preventDefault(); take(options[at]); }
  }
  list.addEventListener("click", (event) => { const option = event.target.closest(".canned-reply"); if (option) take(option); });

  return { typed, key };
}
