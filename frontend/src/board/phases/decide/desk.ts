/** The facilitator's state in Decide: the shortlist as chosen, the draft, and which parts are open. */

import { signal } from "@preact/signals";
import { readStored, shortlistPicks, writeStored } from "../../../browser-storage";
import type { Decision } from "../../../protocol.generated";
import type { BoardState } from "../../engine/state";
import type { Draft } from "./draft";
import { proposed } from "./shortlist";

export type Sheet = "none" | "final" | "tied" | "chosen" | "everything";

/** The facilitator writes; else everybody's view shows. */
export const writing = signal(false);
export const sheet = signal<Sheet>("none");
/** The round whose count is shown; null is the newest. */
export const shownRound = signal<number | null>(null);

interface Picks {
  /** The number of closed rounds and the wording when these were picked; after a change the picks start afresh. */
  readonly basis: string;
  readonly options: ReadonlySet<string>;
}
const picks = signal<Picks | null>(null);
/** What this facilitator wrote, shown or not yet; null when the form was never touched. */
export const draft = signal<Draft | null>(null);
/** The wording that stood when the form was opened. */
export const begun = signal<Decision | null>(null);
/** A draft that made way for another facilitator's wording. */
export const aside = signal<Draft | null>(null);
/** The wording whose check could not be ended, because one or two answers of more people are never shown. */
export const tooFew = signal<number | null>(null);
/** The facilitator tried to show an incomplete draft: every empty field says so. */
export const tried = signal(false);
export const draftKept = signal(true);

/** The wording that the choice of a shortlist rests on: while a form is open, the one it was begun from. */
function basis(state: BoardState): Decision | null {
  if (!writing.value) return state.meta.value.decision;
  return draft.value ? draft.value.base : begun.value;
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
  writeStored(shortlistPicks(board), { basis: picks.value.basis, options: [...options] });
}

/** What was chosen before the page was loaded again. */
export function loadPicks(board: string): void {
  const kept = readStored(shortlistPicks(board)) as { basis?: unknown; options?: unknown } | null;
  if (typeof kept?.basis !== "string" || !Array.isArray(kept.options)) return;
  picks.value = { basis: kept.basis, options: new Set(kept.options.filter((one) => typeof one === "string")) };
}

/** In the order of the count of the newest round that has the option, so that the record reads like the tally. */
export function inOrder(state: BoardState, chosen: ReadonlySet<string>): string[] {
  const lines = [...state.meta.value.rounds].reverse().flatMap((round) => round.tally.map((line) => line.option));
  return [...new Set(lines)].filter((option) => chosen.has(option));
}

/** Opens the form: with what this facilitator wrote, else with what stands. */
export function openForm(state: BoardState): void {
  begun.value = state.meta.peek().decision;
  writing.value = true;
}
