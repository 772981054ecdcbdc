// What the page itself says, in the language of the conversation. The words are made from the locale files.
import words from "./words.js";

const root = document.documentElement;
const CLOCKS = { id: "id", en: "en-GB" };

export const language = () => root.lang;
export const clock = () => CLOCKS[root.lang];

export function say(key, filling = {}) {
  return words[root.lang][key].replace(/\{(\w+)\}/g, (_, name) => filling[name]);
}

// An element (its text, or an attribute) that says it in whatever language the page changes to.
export function label(element, key, what = "text") {
  element.dataset.say = [element.dataset.say, `${what}:${key}`].filter(Boolean).join(" ");
  set(element, what, key);
  return element;
}

export function speak(locale) {
  if (!words[locale] || locale === root.lang) return;
  root.lang = locale;
  for (const element of document.querySelectorAll("[data-say]")) {
    for (const one of element.dataset.say.split(" ")) {
      const [what, key] = one.split(":");
      set(element, what, key);
    }
  }
}

function set(element, what, key) {
  if (what === "text") element.textContent = say(key);
  else element.setAttribute(what, say(key));
}
