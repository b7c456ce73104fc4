/** Plays a text as it grew in the elements that the server rendered, without a framework: on a page and in a saved file. */

import { type Frame, inSight, type Moment, moments, type PlayedLine, WHOLE } from "./play";

/** What the player says; `{…}` is filled in. */
type Words = Readonly<Record<string, string>>;

/** Offers to watch. `load` gives the frames once somebody presses. */
export function offerWatching(box: HTMLElement, load: () => Promise<readonly Frame[]>): void {
  const button = box.querySelector<HTMLButtonElement>("[data-watch]");
  const lead = box.querySelector<HTMLElement>("[data-lead]");
  if (!button || !lead) return;
  const words = JSON.parse(box.dataset.words ?? "{}") as Words;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still) lead.textContent = lead.dataset.still ?? "";
  box.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const player = new Player(box, await load(), words, still);
      button.hidden = true;
      player.begin();
    } catch {
      lead.setAttribute("role", "alert");
      lead.textContent = words.failed ?? "";
    }
    button.disabled = false;
  });
}

class Player {
  readonly #moments: readonly Moment[];
  readonly #words: Words;
  readonly #still: boolean;
  readonly #box: HTMLElement;
  readonly #last: number;
  #at = 0;
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(box: HTMLElement, frames: readonly Frame[], words: Words, still: boolean) {
    this.#box = box;
    this.#moments = moments(frames);
    this.#words = words;
    this.#still = still;
    this.#last = this.#moments.length - 1;
    this.#part("back").addEventListener("click", () => this.#step(-1));
    this.#part("forward").addEventListener("click", () => this.#step(1));
    this.#part("play").addEventListener("click", () => this.#toggle());
    this.#part("play").hidden = still;
  }

  /** Plays from the first moment; with reduced motion the last one stands there, and steps lead back. */
  begin(): void {
    this.#part("player").hidden = false;
    this.#at = this.#still ? this.#last : 0;
    this.#play(!this.#still);
    // The press took its own button away.
    this.#part(this.#still ? "back" : "play").focus({ preventScroll: true });
    this.#part("player").scrollIntoView({ block: "nearest" });
  }

  #part(name: string): HTMLButtonElement {
    const part = this.#box.querySelector<HTMLButtonElement>(`[data-${name}]`);
    if (!part) throw new Error(`no ${name}`);
    return part;
  }

  #play(on: boolean): void {
    clearTimeout(this.#next);
    this.#next = on ? setTimeout(() => this.#go(), WHOLE / this.#moments.length) : undefined;
    this.#draw();
  }

  #go(): void {
    this.#at = Math.min(this.#at + 1, this.#last);
    this.#play(this.#at < this.#last);
  }

  #step(by: number): void {
    this.#at = Math.min(Math.max(this.#at + by, 0), this.#last);
    this.#play(false);
  }

  #toggle(): void {
    const on = this.#next === undefined;
    if (on && this.#at === this.#last) this.#at = 0;
    this.#play(on && this.#last > 0);
  }

  #draw(): void {
    const moment = this.#moments[this.#at];
    if (!moment) return;
    const playing = this.#next !== undefined;
    this.#stage(moment);
    this.#part("time").style.setProperty("--at", String(this.#last > 0 ? this.#at / this.#last : 1));
    // Read out after a step by hand; while it plays it changes too often.
    this.#part("when").setAttribute("aria-live", playing ? "off" : "polite");
    this.#part("clock").textContent = this.#clock(moment.frame.at);
    this.#part("why").textContent = this.#at === this.#last ? (this.#words.result ?? "") : this.#why(moment.frame);
    this.#part("step").textContent = filled(this.#words.step, { at: this.#at + 1, all: this.#moments.length });
    // `aria-disabled`: a button that is disabled would lose the focus.
    this.#part("back").setAttribute("aria-disabled", String(this.#at === 0));
    this.#part("forward").setAttribute("aria-disabled", String(this.#at === this.#last));
    const word = playing ? "pause" : this.#at === this.#last ? "play-again" : "play";
    this.#part("play").textContent = this.#words[word] ?? "";
  }

  /** The text at one moment. What is new in it comes into sight at once: nothing moves. */
  #stage(moment: Moment): void {
    const stage = this.#part("stage");
    const { from, to } = inSight(moment);
    const lines = moment.lines.slice(from, to).map((line, n) => drawn(line, moment.fresh.has(from + n)));
    stage.replaceChildren(...(lines.length > 0 ? lines : [empty(this.#words["watch-empty"] ?? "")]));
    const fresh = stage.querySelector<HTMLElement>(".added");
    stage.scrollTop = fresh ? fresh.offsetTop - stage.clientHeight / 3 : 0;
  }

  /** The time of day in UTC, as on the rest of the page; on a later day, the day. */
  #clock(at: number | null): string {
    if (at === null) return this.#words.now ?? "";
    const iso = new Date(at * 1000).toISOString();
    const first = this.#moments.find(({ frame }) => frame.at !== null)?.frame.at ?? at;
    if (iso.slice(0, 10) === new Date(first * 1000).toISOString().slice(0, 10)) return `${iso.slice(11, 16)} UTC`;
    return new Date(at * 1000).toLocaleDateString(this.#words.locale, {
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
  }

  #why({ reason, of }: Frame): string {
    if (reason === null || reason === "name") return "";
    if (reason === "item") return filled(this.#words["of-item"], { item: of ?? "" });
    return this.#words[reason === "restore" ? "of-restored" : `of-${reason}`] ?? "";
  }
}

function filled(pattern: string | undefined, values: Readonly<Record<string, string | number>>): string {
  return (pattern ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function empty(words: string): HTMLElement {
  const shown = document.createElement("p");
  shown.className = "empty-words";
  shown.textContent = words;
  return shown;
}

function drawn([kind, level, text]: PlayedLine, fresh: boolean): HTMLElement {
  const line = document.createElement(kind === "rule" ? "hr" : kind === "heading" ? "h3" : "p");
  line.className = `text-line of-${kind}${fresh ? " added" : ""}`;
  if (kind === "rule") return line;
  if (level > 0) line.dataset.level = String(level);
  line.dir = "auto";
  line.textContent = text;
  return line;
}
