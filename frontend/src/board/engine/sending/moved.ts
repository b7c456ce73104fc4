/** Cards I moved: those under way, and those that somebody else has moved since. */

import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from "@preact/signals";
import type { Roots } from "../document/document";
import type { Answer } from "../types";

export interface MovedCard {
  readonly idea: string;
  /** Where I had put it. */
  readonly mine: string | null;
  /** The place to which somebody else has moved it since. */
  readonly now: string | null;
}

interface Expected {
  readonly mine: string | null;
  /** It has arrived there; before that, another place is where it comes from and not somebody else's move. */
  readonly arrived: boolean;
}

export class Moved {
  readonly cards: ReadonlySignal<readonly MovedCard[]>;
  /** Ideas whose move by me is not answered yet. */
  readonly moving: ReadonlySignal<ReadonlySet<string>>;
  readonly #moving: Signal<ReadonlySet<string>> = signal(new Set());
  readonly #expected: Signal<ReadonlyMap<string, Expected>> = signal(new Map());
  readonly #roots: Pick<Roots, "places" | "clusters">;
  readonly #stop: () => void;

  constructor(roots: Pick<Roots, "places" | "clusters">) {
    this.#roots = roots;
    this.moving = this.#moving;
    this.cards = computed(() => {
      const cards: MovedCard[] = [];
      for (const [idea, { mine, arrived }] of this.#expected.value) {
        const place = roots.places.value.get(idea);
        // Nobody can put a card back into a cluster that is gone.
        if (!arrived || place === undefined || (mine !== null && !roots.clusters.value.has(mine))) continue;
        if (place.cluster !== mine) cards.push({ idea, mine, now: place.cluster });
      }
      return cards;
    });
    this.#stop = effect(() => {
      roots.places.value;
      untracked(() => this.#arrivals());
    });
  }

  /** I move ideas: call before asking, and the returned function with the answer. */
  expect(ideas: readonly string[], mine: string | null): (answer: Answer) => void {
    const mark: Expected = { mine, arrived: false };
    this.#expected.value = new Map([...this.#expected.value, ...ideas.map((idea) => [idea, mark] as const)]);
    this.#moving.value = new Set([...this.#moving.value, ...ideas]);
    return ({ answer }) => {
      this.#moving.value = new Set([...this.#moving.value].filter((idea) => !ideas.includes(idea)));
      const next = new Map(this.#expected.value);
      for (const idea of ideas) {
        const now = next.get(idea);
        if (now?.mine !== mine) continue;
        // Answered means that it was there, be it for a moment only.
        if (answer === "ok") next.set(idea, { mine, arrived: true });
        else if (!now.arrived) next.delete(idea);
      }
      this.#expected.value = next;
    };
  }

  /** What becomes of these ideas is all right with me. */
  forget(ideas: Iterable<string>): void {
    const next = new Map(this.#expected.value);
    for (const idea of ideas) next.delete(idea);
    this.#expected.value = next;
  }

  forgetAll(): void {
    this.#expected.value = new Map();
  }

  close(): void {
    this.#stop();
  }

  #arrivals(): void {
    const next = new Map(this.#expected.value);
    let changed = false;
    for (const [idea, { mine, arrived }] of next) {
      if (arrived || this.#roots.places.peek().get(idea)?.cluster !== mine) continue;
      next.set(idea, { mine, arrived: true });
      changed = true;
    }
    if (changed) this.#expected.value = next;
  }
}
