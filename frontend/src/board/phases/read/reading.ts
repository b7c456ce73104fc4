/** Where this page reads: all ideas, a page of them or one; along with the facilitator, or at a pace of its own. */

import { batch, computed, effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals";
import { readMarks, readStored, writeStored } from "../../../browser-storage";
import { announce, succeeded } from "../../../kit/feedback";
import { PHONE } from "../../../kit/page/use-phone";
import type { HighlightIdea } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Board } from "../../engine/boot";
import { perBoard } from "../../engine/per-board";
import type { Idea } from "../../engine/state";
import { useBoard } from "../../engine/use-board";
import { pagesOf, pageWith, placeAmong } from "./pages";

/** An idea that can be read: it has its number and is not hidden. */
export interface Readable extends Idea {
  readonly number: number;
  readonly text: string;
}

export type Look = "all" | "page" | "one";

/** `number` outlives the idea: when that is hidden, the place is taken by the next number. */
interface Place {
  readonly look: Look;
  readonly idea: string | null;
  readonly number: number;
}

/** The part of a command that says where the facilitator points. */
type Pointer = Pick<HighlightIdea, "idea" | "as">;

/** Where the facilitator points. */
interface Led extends Place {
  readonly look: "page" | "one";
}

export class Reading {
  readonly facilitates: boolean;
  /** What can be read, by number. */
  readonly ideas: ReadonlySignal<readonly Readable[]>;
  readonly pages: ReadonlySignal<readonly (readonly Readable[])[]>;
  /** How the big screen shows what the facilitator points at; null when they point at nothing. */
  readonly shows: ReadonlySignal<"page" | "one" | null>;
  /** A participant goes where the facilitator goes. */
  readonly follows: Signal<boolean> = signal(true);
  readonly look: ReadonlySignal<Look>;
  /** The index of the idea that is being read, or of the first one of the page. */
  readonly at: ReadonlySignal<number>;
  readonly page: ReadonlySignal<number>;
  /** The first and the last number of the page, as words. */
  readonly range: ReadonlySignal<{ readonly from: string; readonly to: string }>;
  readonly idea: ReadonlySignal<Readable | undefined>;
  /** What is shown here is what the big screen shows. */
  readonly onScreen: ReadonlySignal<boolean>;
  /** The facilitator compares two ideas that look alike. */
  readonly comparing: Signal<boolean> = signal(false);
  /** Numbers that were open here. They stay in this tab. */
  readonly marks: Signal<ReadonlySet<number>>;
  readonly #board: Board;
  /** What a participant sees where nobody leads: all ideas, on a phone one. */
  readonly #rest: "all" | "one";
  readonly #own: Signal<Place>;
  readonly #led: ReadonlySignal<Led | null>;
  /** The facilitator's own steps show at once; what the server sends meanwhile may be a step behind. */
  readonly #sending = signal(false);
  /** What to send when the server has answered. */
  #wanted: Pointer | null = null;
  readonly #pointing = signal<"page" | "one" | null>(null);

  constructor(board: Board) {
    const { boot, state } = board;
    this.#board = board;
    this.facilitates = boot.role === "facilitate";
    this.#rest = !this.facilitates && matchMedia(PHONE).matches ? "one" : "all";
    this.#own = signal({ look: this.#rest, idea: null, number: 0 });
    this.ideas = computed(() => state.ideas.value.filter(isReadable));
    this.pages = computed(() => pagesOf(this.ideas.value));
    this.#led = computed(() => {
      const { highlight, highlight_as: as = "one" } = state.meta.value;
      const number = highlight === null ? null : state.idea(highlight).value?.number;
      return number ? { look: as, idea: highlight, number } : null;
    });
    this.shows = computed(() => (this.facilitates ? this.#pointing.value : (this.#led.value?.look ?? null)));
    const place = computed(() => (!this.facilitates && this.follows.value && this.#led.value) || this.#own.value);
    this.look = computed(() => place.value.look);
    this.at = computed(() => placeAmong(this.ideas.value, place.value.idea, place.value.number));
    this.page = computed(() => pageWith(this.pages.value, this.ideas.value[this.at.value]?.id ?? null));
    this.idea = computed(() => this.ideas.value[this.at.value]);
    this.range = computed(() => {
      const shown = this.shown();
      return { from: String(shown[0]?.number ?? 0), to: String(shown.at(-1)?.number ?? 0) };
    });
    this.onScreen = computed(() => this.shown().some(({ id }) => id === this.#led.value?.idea));
    this.marks = signal(new Set(storedMarks(boot.board)));
    effect(() => this.#leave());
    effect(() => this.#remain());
    effect(() => this.#mark());
  }

  /** The numbers that the page shows now: of one idea, or of a page. */
  readonly shown = (): readonly Readable[] => {
    const idea = this.ideas.value[this.at.value];
    if (this.look.value === "page") return this.pages.value[this.page.value] ?? [];
    return this.look.value === "one" && idea ? [idea] : [];
  };

  /** Whether a step would leave the ideas. */
  ends(by: -1 | 1): boolean {
    const [at, of] =
      this.look.value === "page"
        ? [this.page.value, this.pages.value.length]
        : [this.at.value, this.ideas.value.length];
    return at + by < 0 || at + by >= of;
  }

  /** The index of the first idea that was not open here yet; else where the page was. */
  unread(): number {
    const at = this.ideas.peek().findIndex(({ number }) => !this.marks.peek().has(number));
    return at >= 0 ? at : this.at.peek();
  }

  /** Goes with the facilitator again. */
  follow(): void {
    this.follows.value = true;
  }

  /** The page in words: "Ideas 7 to 13". */
  pageName(): string {
    const { from, to } = this.range.value;
    return from === to ? say("idea-number", { number: from }) : say("read-page", { from, to });
  }

  /** Says to people who do not see the page what it shows now. */
  announce(): void {
    const [first] = this.shown();
    if (first) announce(this.look.peek() === "one" ? `${first.number}. ${first.text}` : this.pageName());
  }

  /** Leaves the facilitator and stays here: a step would take away the field in which somebody types. */
  stay(): void {
    if (!this.facilitates && this.follows.peek()) this.go(this.look.peek());
  }

  /** Opens an idea, or the page that holds it. A participant leaves the facilitator by it. */
  go(look: Look, at = this.at.peek()): void {
    const idea = this.ideas.peek()[at];
    const pointing = this.#pointing.peek();
    const before = this.page.peek();
    this.comparing.value = false;
    batch(() => {
      this.#own.value = { look, idea: idea?.id ?? null, number: idea?.number ?? 0 };
      if (!this.facilitates) this.follows.value = false;
    });
    if (!this.facilitates) return;
    // Another idea of the page that is shown changes nothing for anybody else.
    if (pointing !== null && !(pointing === "page" && look === "page" && this.page.peek() === before))
      this.point(look === "all" ? null : look);
  }

  /** What the big screen and all who follow show from now on. */
  point(as: "page" | "one" | null): void {
    const idea = this.ideas.peek()[this.at.peek()];
    this.comparing.value = false;
    this.#pointing.value = as;
    this.#own.value = { look: as ?? "all", idea: idea?.id ?? null, number: idea?.number ?? 0 };
    this.#wanted = as === null ? { idea: null } : { idea: idea?.id ?? null, as };
    void this.#send();
  }

  /** One command at a time: a slider that is dragged passes many places, of which the last one counts. */
  async #send(): Promise<void> {
    if (this.#sending.peek()) return;
    this.#sending.value = true;
    while (this.#wanted) {
      const pointer = this.#wanted;
      this.#wanted = null;
      succeeded(await this.#board.commands.send({ do: "highlight_idea", ...pointer }));
    }
    this.#sending.value = false;
  }

  /** One idea or one page on or back; false at the end. */
  step(by: -1 | 1): boolean {
    const pages = this.look.peek() === "page";
    const to = pages ? this.#first(this.page.peek() + by) : this.at.peek() + by;
    if (to < 0 || to >= this.ideas.peek().length) return false;
    this.go(this.look.peek(), to);
    return true;
  }

  /** The index of the first idea of a page. */
  #first(page: number): number {
    const first = this.pages.peek()[page]?.[0];
    return first ? this.ideas.peek().indexOf(first) : -1;
  }

  /** The facilitator's place is what the server says, from another tab too. */
  #leave(): void {
    const led = this.#led.value;
    if (!this.facilitates || this.#sending.value) return;
    untracked(() => {
      const pointing = this.#pointing.peek();
      this.#pointing.value = led?.look ?? null;
      if (led) this.#own.value = led;
      else if (pointing !== null) this.#own.value = { ...this.#own.peek(), look: "all" };
    });
  }

  /** When the facilitator points at nothing any more, a page that followed stays at the idea it shows. */
  #remain(): void {
    const led = this.#led.value;
    if (this.facilitates || led === null || !this.follows.value) return;
    untracked(() => {
      this.#own.value = led.look === "page" ? { ...led, look: this.#rest } : led;
    });
  }

  #mark(): void {
    const fresh = this.shown().filter(({ number }) => !this.marks.peek().has(number));
    if (fresh.length === 0) return;
    const marks = new Set([...this.marks.peek(), ...fresh.map(({ number }) => number)]);
    this.marks.value = marks;
    writeStored(readMarks(this.#board.boot.board), [...marks]);
  }
}

function isReadable(idea: Idea): idea is Readable {
  return idea.number !== null && idea.text !== null;
}

function storedMarks(board: string): number[] {
  const stored = readStored(readMarks(board));
  return Array.isArray(stored) ? stored.filter((one) => typeof one === "number") : [];
}

const readingOf = perBoard((board) => new Reading(board));

export function useReading(): Reading {
  return readingOf(useBoard());
}
