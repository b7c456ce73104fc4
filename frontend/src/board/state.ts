/** What the views read: signals, and nothing but signals. Views never touch the document, the socket or the storage. */

import type { ReadonlySignal } from "@preact/signals";
import type { BallotPaper, ClusterEntry, Counts, MergeEntry, Meta, Notice, OwnBallot, Phase, You } from "./types";

/** An idea on the board. The same object as long as nothing about it changes. */
export interface Idea {
  readonly id: string;
  /** null until the reveal gives it one. */
  readonly number: number | null;
  /** null: the facilitator hid it; number and place stay. */
  readonly text: string | null;
  readonly signature: string | null;
  readonly cluster: string | null;
  readonly rank: string;
}

/** A cluster with its ideas in display order. The same object as long as nothing in it changes. */
export interface Cluster extends ClusterEntry {
  readonly id: string;
  readonly ideas: readonly Idea[];
}

export interface Merge extends MergeEntry {
  readonly id: string;
}

/** The facts of the timer; `clock.remaining` counts it down. */
export interface Timer {
  readonly deadline: number | null;
  readonly left: number | null;
  readonly length: number | null;
  readonly paused: boolean;
  readonly closing: number | null;
}

/** The mark that says whether my own things are kept: only an answered thing is saved. */
export type Saved =
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly waiting: number }
  | { readonly kind: "offline"; readonly waiting: number };

export interface BoardState {
  readonly phase: ReadonlySignal<Phase>;
  readonly meta: ReadonlySignal<Meta>;
  readonly notice: ReadonlySignal<Notice>;
  readonly counts: ReadonlySignal<Counts>;
  readonly you: ReadonlySignal<You>;
  readonly timer: ReadonlySignal<Timer>;
  /** The document is here: before that, lists are empty because nothing came yet, not because nothing is there. */
  readonly ready: ReadonlySignal<boolean>;
  /** All ideas in the order of their numbers, those without one last. Hidden ones are among them, without text. */
  readonly ideas: ReadonlySignal<readonly Idea[]>;
  /** Clusters in display order, empty ones too. */
  readonly clusters: ReadonlySignal<readonly Cluster[]>;
  /** Ideas in no cluster, in display order. */
  readonly loose: ReadonlySignal<readonly Idea[]>;
  readonly merges: ReadonlySignal<readonly Merge[]>;
  /** One idea, one cluster: for a component that wants to wake up for nothing else. */
  idea(id: string): ReadonlySignal<Idea | undefined>;
  cluster(id: string): ReadonlySignal<Cluster | undefined>;
  /** The ballot paper that would be opened now, before the vote; the real one (`meta.ballot`) during and after it. */
  readonly paper: ReadonlySignal<BallotPaper>;
  /** My ballot of this round as I last left it, sent or not; null before the first dot. */
  readonly ballot: ReadonlySignal<OwnBallot | null>;
  /** My ballot of the round before, cut to the options of this one: offered for one press, never cast by itself. */
  readonly earlier: ReadonlySignal<OwnBallot | null>;
  readonly saved: ReadonlySignal<Saved>;
}
