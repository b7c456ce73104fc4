/**
 * My ballot: cast whole at each change, kept in this browser, shown as I left it whatever the connection does.
 *
 * `receipt` is a random code for each round, the same in all tabs: with it a voter finds their own dots in the record.
 */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { BALLOT, RECEIPT } from "../../../browser-storage";
import { newSecret } from "../../../live/random";
import type { Store } from "../../../live/storage";
import type { Meta, Notice, OwnBallot } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Roots } from "../document/document";
import { carriedOver, type Earlier } from "../document/earlier";
import type { Answer } from "../types";
import type { Outbox } from "./outbox";

export interface BallotChange {
  readonly dots: Readonly<Record<string, number>>;
  readonly bold: string | null;
  readonly done?: boolean;
}

/** Dots come in quick succession; the ballot goes out once the hand rests (ms). */
const CALM = 400;

export class Ballots {
  readonly ballot: ReadonlySignal<OwnBallot | null>;
  readonly earlier: ReadonlySignal<Earlier | null>;
  /** What was cast in this browser and the notices do not show yet. */
  readonly #held: Signal<OwnBallot | null> = signal(null);
  readonly #meta: ReadonlySignal<Meta>;
  readonly #notice: ReadonlySignal<Notice>;
  readonly #store: Store;
  readonly #outbox: Outbox;

  constructor(
    meta: ReadonlySignal<Meta>,
    { places, clusters }: Pick<Roots, "places" | "clusters">,
    notice: ReadonlySignal<Notice>,
    store: Store,
    outbox: Outbox,
  ) {
    this.#meta = meta;
    this.#notice = notice;
    this.#store = store;
    this.#outbox = outbox;
    const unsent = outbox.entries.peek().findLast((entry) => entry.request.do === "cast_ballot")?.request;
    if (unsent?.do === "cast_ballot" && typeof unsent.round === "number") this.#held.value = this.#stored(unsent.round);
    store.watch(BALLOT, (_, value) => {
      this.#held.value = value as OwnBallot | null;
    });
    const paper = computed(() => meta.value.ballot);
    this.ballot = computed(() => {
      const round = paper.value?.round;
      const told = notice.value.you.ballot;
      return [this.#held.value, told].find((one) => one !== null && one.round === round) ?? null;
    });
    this.earlier = computed(() => {
      const last = paper.value && this.#before(paper.value.round);
      if (!paper.value || !last) return null;
      const { hidden, aside } = meta.value;
      return carriedOver(last, paper.value, { hidden, aside, places: places.value, clusters: clusters.value });
    });
  }

  cast({ dots, bold, done = false }: BallotChange): Promise<Answer> {
    const { ballot, phase } = this.#meta.peek();
    if (ballot === null || phase !== "vote") {
      return Promise.resolve({ id: "", answer: "refused", why: say("board-no-vote") });
    }
    const { round } = ballot;
    this.#held.value = { round, dots, bold, done };
    this.#store.write(BALLOT + round, this.#held.value);
    const hurry = done || this.#notice.peek().closing !== null;
    const receipt = this.receipt(round);
    return this.#outbox.put({ do: "cast_ballot", dots, bold, done, round, receipt }, hurry ? 0 : CALM);
  }

  /** A notice came: unless something is still under way, it says what the server has. */
  heard(): void {
    if (this.#outbox.entries.peek().every((entry) => entry.request.do !== "cast_ballot")) this.#held.value = null;
  }

  /** A ballot that waited too long belongs to no round any more: true when one was dropped. */
  dropStale(): boolean {
    const round = this.#meta.value.ballot?.round;
    const stale = this.#outbox.entries.value.filter(
      ({ request }) => request.do === "cast_ballot" && round !== undefined && (request.round ?? round) < round,
    );
    for (const entry of stale) {
      this.#outbox.finish(entry, { id: entry.request.id, answer: "refused", why: say("board-ballot-dropped") });
    }
    return stale.length > 0;
  }

  receipt(round: number): string {
    const known = this.#store.read<string>(RECEIPT + round);
    if (known !== null) return known;
    this.#store.write(RECEIPT + round, newSecret());
    // Read again: had another tab made one in this moment, one of the two would stand.
    return this.#store.read<string>(RECEIPT + round) ?? "";
  }

  /** The codes of all rounds in which a ballot was cast here, earliest round first. */
  codes(): { readonly round: number; readonly code: string }[] {
    return this.#store
      .keys(RECEIPT)
      .map((key) => ({ round: Number(key.slice(RECEIPT.length)), code: this.#store.read<string>(key) ?? "" }))
      .filter(({ code }) => code !== "")
      .sort((one, other) => one.round - other.round);
  }

  #stored(round: number): OwnBallot | null {
    return this.#store.read<OwnBallot>(BALLOT + round);
  }

  /** The newest ballot that was cast here in an earlier round, unless it was empty. */
  #before(round: number): OwnBallot | null {
    for (let earlier = round - 1; earlier > 0; earlier -= 1) {
      const last = this.#stored(earlier);
      if (last !== null) return last.bold !== null || Object.values(last.dots).some((n) => n > 0) ? last : null;
    }
    return null;
  }
}
