// Two short tones, off until somebody switches them on.
import { $ } from "./page.js";

const sound = $("sound");
let tones;
export function beep() {
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
