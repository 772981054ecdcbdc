// Listens to what is said. The server names every entry, so after a break we go on where we stopped.
const SILENCE = 40_000; // the server speaks at least every 15 s
const NAMES = ["begin", "said", "gone", "typing", "language", "ready", "ping", "away", "bye"];

export class Feed {
  constructor({ onEvent, onState }) {
    this.onEvent = onEvent;
    this.onState = onState;
    this.tries = 0;
    const again = () => this.wanted && !this.up && this.connect();
    addEventListener("online", () => this.wanted && this.connect()); // what stood before belongs to another network
    addEventListener("offline", () => this.wanted && this.onState(false));
    addEventListener("pageshow", again);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  }

  open(persona, after) {
    this.persona = persona;
    this.after = after;
    this.wanted = true;
    this.tries = 0;
    this.connect();
  }

  close() {
    this.wanted = false;
    this.hangUp();
  }

  connect() {
    this.hangUp();
    const query = new URLSearchParams();
    if (this.persona !== null) query.set("as", this.persona);
    if (this.after) query.set("after", this.after);
    const source = new EventSource(`chat/events?${query}`);
    this.source = source;
    for (const name of NAMES) {
      source.addEventListener(name, (event) => source === this.source && this.hear(name, event));
    }
    source.onerror = () => source === this.source && this.retry();
    this.watch();
  }

  hear(name, event) {
    this.watch();
    if (name === "away" || name === "bye") {
      this.retry();
      return;
    }
    if (event.lastEventId) this.after = event.lastEventId;
    if (name === "begin") {
      this.up = true;
      this.tries = 0;
      clearTimeout(this.worry);
      this.worry = 0;
      this.onState(true);
    }
    this.onEvent(name, JSON.parse(event.data));
  }

  watch() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.retry(), SILENCE);
  }

  async retry() {
    this.hangUp();
    if (!this.worry) this.worry = setTimeout(() => this.onState(false), 1500); // short breaks are nobody's business
    const wait = Math.min(15_000, 400 * 2 ** this.tries++) * (0.7 + 0.6 * Math.random());
    this.next = setTimeout(() => this.wanted && this.connect(), wait);
    if (this.tries % 3 === 2) await fetch("chat", { cache: "no-store" }).catch(() => null); // renews a lost cookie
  }

  hangUp() {
    clearTimeout(this.silence);
    clearTimeout(this.next);
    this.source?.close();
    this.source = null;
    this.up = false;
  }
}
