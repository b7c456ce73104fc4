/** What the facilitator has on the desk in Decide: the shortlist as chosen, the draft, and what lies open. */

import { signal } from "@preact/signals";
import { useBoard } from "../../shell/use-board";
import type { BoardState } from "../../state";
import type { Decision, DecisionDraft } from "../../types";
import { type Draft, fresh, keep, load, newerThan, sameWording, store, stored, toCommand } from "./draft";
import { proposed } from "./shortlist";

export type Sheet = "none" | "final" | "tied" | "chosen" | "everything";

/** The facilitator writes; else everybody's view shows. */
export const writing = signal(false);
export const sheet = signal<Sheet>("none");
/** The round whose count is shown; null is the newest. */
export const shownRound = signal<number | null>(null);

interface Picks {
  /** How many rounds were closed, and which wording stood, when these were picked: later ones start anew. */
  readonly basis: string;
  readonly options: ReadonlySet<string>;
}
const picks = signal<Picks | null>(null);
const picksKey = (board: string): string => `shortlist:picks:${board}`;
/** What this facilitator wrote, shown or not yet; null when the form was never touched. */
export const draft = signal<Draft | null>(null);
/** What an untouched form shows. */
const blank = signal<Draft | null>(null);
/** A draft that made way for another facilitator's wording. */
export const aside = signal<Draft | null>(null);
/** The facilitator wanted to show it before all was said: every gap says so. */
export const tried = signal(false);
export const draftKept = signal(true);

/** The wording that the choice of a shortlist rests on: while a form is open, the one it was begun from. */
function basis(state: BoardState): Decision | null {
  const form = writing.value ? (draft.value ?? blank.value) : null;
  return form ? form.base : state.meta.value.decision;
}

function basisOf(state: BoardState): string {
  return `${state.meta.value.rounds.length}.${basis(state)?.n ?? 0}`;
}

/** The options on the shortlist: the facilitator's choice, else the decision's, else what the count proposes. */
export function shortlistOf(state: BoardState): ReadonlySet<string> {
  const { rounds, proposal } = state.meta.value;
  if (picks.value?.basis === basisOf(state)) return picks.value.options;
  const decision = basis(state);
  return new Set(decision ? [...decision.shortlist, ...(proposal?.bold ?? [])] : proposed(rounds, proposal));
}

export function togglePick(board: string, state: BoardState, option: string): void {
  const options = new Set(shortlistOf(state));
  if (!options.delete(option)) options.add(option);
  picks.value = { basis: basisOf(state), options };
  store(picksKey(board), { basis: picks.value.basis, options: [...options] });
}

/** What was chosen before the page was loaded again. */
export function loadPicks(board: string): void {
  const kept = stored(picksKey(board)) as { basis?: unknown; options?: unknown } | null;
  if (typeof kept?.basis !== "string" || !Array.isArray(kept.options)) return;
  picks.value = { basis: kept.basis, options: new Set(kept.options.filter((one) => typeof one === "string")) };
}

/** In the order of the count of the newest round that has the option, so that the record reads like the tally. */
export function inOrder(state: BoardState, chosen: ReadonlySet<string>): string[] {
  const lines = [...state.meta.value.rounds].reverse().flatMap((round) => round.tally.map((line) => line.option));
  return [...new Set(lines)].filter((option) => chosen.has(option));
}

/** What was written before the page was loaded again. */
export function loadDrafts(board: string, standing: Decision | null): void {
  draft.value ??= load(board, standing);
  aside.value ??= load(board, standing, "aside");
}

/** Opens the form: with what this facilitator wrote, else with what stands. */
export function openForm(state: BoardState): void {
  const { decision, owner } = state.meta.peek();
  blank.value = fresh(decision, owner);
  writing.value = true;
}

export interface Desk {
  readonly draft: Draft;
  /** The wording that stands, when it was shown after this draft was begun. */
  readonly newer: Decision | null;
  change(part: Partial<Draft>): void;
  /** The command that shows the draft to everybody, after the wording that the writer has read. */
  command(after: Decision | null): DecisionDraft;
  /** It was shown: from now on it is what stands. */
  shown(command: DecisionDraft): void;
  /** Lets the wording stand that another facilitator has shown. */
  keepTheirs(): void;
  /** Takes up the draft that was put aside, and puts aside what is in the form. */
  takeUp(): void;
  dropAside(): void;
}

export function useDesk(): Desk {
  const { boot, state } = useBoard();
  const { decision, owner, proposal } = state.meta.value;
  const bold = proposal?.bold ?? [];
  const now = draft.value ?? blank.value ?? fresh(decision, owner);
  const put = (next: Draft | null): void => {
    draft.value = next;
    draftKept.value = keep(boot.board, next);
  };
  const putAside = (next: Draft | null): void => {
    aside.value = next;
    keep(boot.board, next, "aside");
  };
  return {
    draft: now,
    newer: newerThan(now, decision, bold),
    change: (part) => put({ ...(draft.peek() ?? now), ...part }),
    command: (after) => ({ ...toCommand(now, inOrder(state, shortlistOf(state))), after: after?.n ?? 0 }),
    shown(command) {
      const standing = state.meta.peek().decision;
      // Had another facilitator shown one in this moment, ours would be replaced already.
      const ours = standing && sameWording(standing, command, bold) ? standing : asDecision(command);
      put({ ...(draft.peek() ?? now), base: ours });
      tried.value = false;
    },
    keepTheirs() {
      if (draft.peek()) putAside(draft.peek());
      put(null);
      writing.value = false;
    },
    takeUp() {
      const before = draft.peek();
      const stands = before && decision && sameWording(toCommand(before, decision.shortlist), decision, bold);
      put(aside.peek());
      putAside(stands ? null : before);
      openForm(state);
    },
    dropAside: () => putAside(null),
  };
}

function asDecision({ after = 0, ...command }: DecisionDraft): Decision {
  return { outcome: "decided", why: null, decide_by: null, ...command, n: after + 1 } as Decision;
}
