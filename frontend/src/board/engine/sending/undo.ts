/** Takes back my own last action of this tab, as long as taking it back still means something. */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { say } from "../../../words/say";
import type { Answer } from "../types";

export interface Step {
  readonly label: string;
  /** Whether nobody has changed since then what this would undo. Reads signals. */
  possible(): boolean;
  run(): Promise<Answer>;
}

const MOST = 30;

export class Undo {
  /** My own last action that can still be taken back, in words ("Undo move"); null when there is none. */
  readonly last: ReadonlySignal<{ readonly label: string } | null>;
  readonly #steps: Signal<readonly Step[]> = signal([]);
  readonly #last: ReadonlySignal<Step | null>;

  constructor() {
    this.#last = computed(() => this.#steps.value.findLast((step) => step.possible()) ?? null);
    this.last = this.#last;
  }

  remember(step: Step): void {
    this.#steps.value = [...this.#steps.value, step].slice(-MOST);
  }

  forgetAll(): void {
    this.#steps.value = [];
  }

  async undo(): Promise<Answer> {
    const step = this.#last.peek();
    if (step === null) return { id: "", answer: "refused", why: say("board-undo-nothing") };
    // What came after it could not be taken back any more; it must not come up again later.
    const steps = this.#steps.peek();
    this.#steps.value = steps.slice(0, steps.indexOf(step));
    const answer = await step.run();
    if (answer.answer === "retry") this.remember(step);
    return answer;
  }
}
