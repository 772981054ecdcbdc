// The demo's people: who is writing now. Outside of the demo there is no panel and nobody to choose.
import { store } from "./store.js";

const KEY = "persona";
const WIDE = "(min-width: 960px)";

export class Personas {
  constructor(panel, { onSwitch, onTry }) {
    this.panel = panel;
    this.onSwitch = onSwitch;
    this.onTry = onTry;
    this.current = null;
  }

  begin() {
    if (!this.panel) return;
    this.buttons = [...this.panel.querySelectorAll(".persona")];
    this.writingAs = document.getElementById("writing-as");
    for (const button of this.buttons) {
      button.addEventListener("click", () => this.choose(button.dataset.persona));
    }
    for (const button of this.panel.querySelectorAll(".try")) {
      button.addEventListener("click", () => {
        this.fold();
        this.onTry(button.dataset.value);
      });
    }
    const known = this.buttons.map((button) => button.dataset.persona);
    const last = store.get(KEY);
    this.mark(known.includes(last) ? last : known[0]);
    const wide = matchMedia(WIDE);
    const unfold = () => (this.panel.open = wide.matches);
    wide.addEventListener("change", unfold);
    unfold();
    addEventListener("keydown", (event) => event.key === "Escape" && this.fold());
  }

  choose(persona) {
    this.fold();
    if (persona === this.current) return;
    this.mark(persona);
    this.onSwitch();
  }

  fold() {
    if (!matchMedia(WIDE).matches) this.panel.open = false;
  }

  mark(persona) {
    this.current = persona;
    store.set(KEY, persona);
    for (const button of this.buttons) {
      const chosen = button.dataset.persona === persona;
      button.setAttribute("aria-pressed", String(chosen));
      button.closest(".person").classList.toggle("chosen", chosen);
      if (chosen) this.writingAs.textContent = button.querySelector(".who").textContent;
    }
  }
}
