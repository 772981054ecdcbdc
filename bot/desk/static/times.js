// Times that go on: how long somebody has waited, how long a window is still open.
import { $ } from "./page.js";

const units = $("units")?.dataset;
const skew = units ? Date.now() - Number(units.now) : 0;
const now = () => Date.now() - skew;
const words = units && { now: units.lengthNow, minutes: units.minutes, hours: units.hours, days: units.days, left: units.left };
function span(ms) {
  const minutes = Math.floor(Math.max(ms, 0) / 60000);
  const [key, values] = minutes < 1 ? ["now", []] : minutes < 60 ? ["minutes", [minutes]]
    : minutes < 1440 ? ["hours", [Math.floor(minutes / 60), minutes % 60]]
    : ["days", [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]];
  return values.reduce((text, value) => text.replace("#", value), words[key]);
}
export function tick() {
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
setInterval(tick, 5000);
