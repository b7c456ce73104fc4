/**
 * My answer to the consent check. It goes the way of the ballot: whole at each change, through the outbox, so that
 * neither a lost connection nor a page that is put away loses a level or a reason.
 */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Meta, Notice } from "../../../protocol.generated";
import type { Answer, Level } from "../types";
import type { Outbox } from "./outbox";

export interface OwnAnswer {
  readonly level: Level;
  readonly reason: string;
}

/** A reason goes out once the hand rests (ms). */
const CALM = 800;

export class Consent {
  /** My answer on the wording that is asked about, as I left it; null when there is none. */
  readonly answer: ReadonlySignal<OwnAnswer | null>;
  /** The server has not said yet that it has this answer. */
  readonly pending: ReadonlySignal<boolean>;
  /** What was answered in this tab and the notices do not show yet. */
  readonly #held: Signal<(OwnAnswer & { readonly n: number }) | null> = signal(null);
  readonly #meta: ReadonlySignal<Meta>;
  readonly #outbox: Outbox;

  constructor(meta: ReadonlySignal<Meta>, notice: ReadonlySignal<Notice>, outbox: Outbox) {
    this.#meta = meta;
    this.#outbox = outbox;
    const unsent = outbox.entries.peek().findLast(({ request }) => request.do === "answer_consent")?.request;
    if (unsent?.do === "answer_consent") {
      this.#held.value = { n: unsent.n ?? 0, level: unsent.level, reason: unsent.reason ?? "" };
    }
    this.answer = computed(() => {
      const asked = meta.value.consent?.n;
      return [this.#held.value, notice.value.you.consent].find((one) => one !== null && one.n === asked) ?? null;
    });
    this.pending = computed(() => outbox.entries.value.some(({ request }) => request.do === "answer_consent"));
  }

  /** `resting`: the hand may go on writing the reason, so the answer waits a moment for more. */
  give(level: Level, reason: string, resting = false): Promise<Answer> {
    // The wording that was on the screen: an answer to another one is none.
    const n = this.#meta.peek().consent?.n ?? 0;
    this.#held.value = { n, level, reason };
    return this.#outbox.put({ do: "answer_consent", level, reason, n }, resting ? CALM : 0);
  }

  /** A notice came: unless something is still under way, it says what the server has. */
  heard(): void {
    if (!this.pending.peek()) this.#held.value = null;
  }
}
