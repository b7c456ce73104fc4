/** What the views read: signals, and nothing but signals. Views never touch the document, the socket or the storage. */

import { computed, type ReadonlySignal } from "@preact/signals";
import { kept } from "../../live/roots";
import type { BallotPaper, Counts, Meta, Notice, OwnBallot, Phase, Question, You } from "../../protocol.generated";
import type { Roots } from "./document/document";
import type { Earlier } from "./document/earlier";
import { type Cluster, type Idea, lists, type Merge } from "./document/lists";
import { coming } from "./document/options";
import type { Status } from "./endings";

export type { Cluster, Idea, Merge } from "./document/lists";

/** The facts of the timer; `clock.remaining` counts it down. */
export interface Timer {
  readonly deadline: number | null;
  readonly left: number | null;
  readonly length: number | null;
  readonly paused: boolean;
  readonly closing: number | null;
  /** When a held reveal happens, and when the late tray is let in. */
  readonly revealAt: number | null;
  readonly admitAt: number | null;
}

/** The mark that shows whether my ideas and ballots are saved: only answered ones are. */
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
  readonly byId: ReadonlySignal<ReadonlyMap<string, Idea>>;
  /** All ideas in the order of their numbers, those without one last. Hidden ones are among them, without text. */
  readonly ideas: ReadonlySignal<readonly Idea[]>;
  /** Clusters in display order, empty ones too. */
  readonly clusters: ReadonlySignal<readonly Cluster[]>;
  /** Ideas in no cluster, in display order. */
  readonly loose: ReadonlySignal<readonly Idea[]>;
  readonly merges: ReadonlySignal<readonly Merge[]>;
  /** What people ask about ideas, by the id of the question. */
  readonly questions: ReadonlySignal<ReadonlyMap<string, Question>>;
  /** One idea, one cluster: for a component that renders again for nothing else. */
  idea(id: string): ReadonlySignal<Idea | undefined>;
  cluster(id: string): ReadonlySignal<Cluster | undefined>;
  /** The ballot paper that would be opened now, before the vote; the real one (`meta.ballot`) during and after it. */
  readonly paper: ReadonlySignal<BallotPaper>;
  /** My ballot of this round as I last left it, sent or not; null before the first dot. */
  readonly ballot: ReadonlySignal<OwnBallot | null>;
  /** My ballot of the round before, and what of it this one can hold: offered for one press, never cast by itself. */
  readonly earlier: ReadonlySignal<Earlier | null>;
  readonly saved: ReadonlySignal<Saved>;
}

/** Where the state comes from. */
export interface Sources {
  readonly roots: Roots;
  readonly meta: ReadonlySignal<Meta>;
  readonly ready: ReadonlySignal<boolean>;
  readonly notice: ReadonlySignal<Notice>;
  readonly ballots: Pick<BoardState, "ballot" | "earlier">;
  readonly status: ReadonlySignal<Status>;
  readonly waiting: ReadonlySignal<number>;
}

/** The document's `meta` as one object; until the document is here, the one that was served with the page. */
export function metaOf(roots: Roots, served: Meta): ReadonlySignal<Meta> {
  return computed(() => ({ ...served, ...Object.fromEntries(roots.meta.value) }));
}

export function boardState({ roots, meta, ready, notice, ballots, status, waiting }: Sources): BoardState {
  const { byId, ideas, clusters, loose, merges, idea, cluster } = lists(roots);
  return {
    phase: computed(() => meta.value.phase),
    meta,
    notice,
    counts: steady(() => notice.value.counts),
    you: steady(() => notice.value.you),
    timer: steady(() => {
      const { deadline, left, length, closing, reveal_at: revealAt, admit_at: admitAt } = notice.value;
      return { deadline, left, length, paused: deadline === null && left !== null, closing, revealAt, admitAt };
    }),
    ready,
    byId,
    ideas,
    clusters,
    loose,
    merges,
    questions: roots.questions,
    idea,
    cluster,
    paper: computed(() => meta.value.ballot ?? coming(clusters.value, loose.value, meta.value)),
    ...ballots,
    saved: steady(() => savedMark(status.value, waiting.value)),
  };
}

function savedMark(status: Status, waiting: number): Saved {
  const gone = status !== "live" && status !== "resuming" && status !== "connecting";
  if (gone) return { kind: "offline", waiting };
  return waiting > 0 ? { kind: "saving", waiting } : { kind: "saved" };
}

/** Notices come often and are mostly equal: an equal part stays the same object and renders nothing again. */
function steady<T>(compute: () => T): ReadonlySignal<T> {
  let last: T | undefined;
  return computed(() => {
    last = kept(last, compute());
    return last;
  });
}
