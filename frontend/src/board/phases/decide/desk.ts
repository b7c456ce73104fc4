/** What Decide keeps on a page: the shortlist as chosen, the draft of the decision, and which parts are open. */

import { signal } from "@preact/signals";
import { ofBoard, readStored, writeStored } from "../../../browser-storage";
import type { Decision } from "../../../protocol.generated";
import type { Board } from "../../engine/boot";
import { perBoard } from "../../engine/per-board";
import type { BoardState } from "../../engine/state";
import { useBoard } from "../../engine/use-board";
import type { Draft } from "./form/draft";
import { proposed } from "./shortlist";

export type Sheet = "none" | "final" | "tied" | "chosen" | "everything";

interface Picks {
  /** The number of closed rounds and the wording when these were picked; after a change the picks start afresh. */
  readonly basis: string;
  readonly options: ReadonlySet<string>;
}

export const deskOf = perBoard(() => ({
  /** The facilitator writes; else everybody's view shows. */
  writing: signal(false),
  sheet: signal<Sheet>("none"),
  /** The round whose count is shown; null is the newest. */
  shownRound: signal<number | null>(null),
  picks: signal<Picks | null>(null),
  /** What this facilitator wrote, shown or not yet; null when the form was never touched. */
  draft: signal<Draft | null>(null),
  /** The wording that stood when the form was opened. */
  begun: signal<Decision | null>(null),
  /** A draft that made way for another facilitator's wording. */
  aside: signal<Draft | null>(null),
  /** The wording whose check could not be ended, because one or two answers of more people are never shown. */
  tooFew: signal<number | null>(null),
  /** The facilitator tried to show an incomplete draft: every empty field says so. */
  tried: signal(false),
  draftKept: signal(true),
}));
export type Desk = ReturnType<typeof deskOf>;

export function useDesk(): Desk {
  return deskOf(useBoard());
}

/** The wording that the choice of a shortlist rests on: while a form is open, the one it was begun from. */
function basis({ state }: Board, { writing, draft, begun }: Desk): Decision | null {
  if (!writing.value) return state.meta.value.decision;
  return draft.value ? draft.value.base : begun.value;
}

function basisOf(board: Board, desk: Desk): string {
  return `${board.state.meta.value.rounds.length}.${basis(board, desk)?.n ?? 0}`;
}

/** The options on the shortlist: the facilitator's choice, else the decision's, else what the count proposes. */
export function shortlistOf(board: Board): ReadonlySet<string> {
  const desk = deskOf(board);
  const { rounds, proposal } = board.state.meta.value;
  if (desk.picks.value?.basis === basisOf(board, desk)) return desk.picks.value.options;
  const decision = basis(board, desk);
  return new Set(decision ? [...decision.shortlist, ...(proposal?.bold ?? [])] : proposed(rounds, proposal));
}

export function togglePick(board: Board, option: string): void {
  const desk = deskOf(board);
  const options = new Set(shortlistOf(board));
  if (!options.delete(option)) options.add(option);
  const picked = { basis: basisOf(board, desk), options };
  desk.picks.value = picked;
  writeStored(ofBoard(board.boot.board, "picks"), { basis: picked.basis, options: [...options] });
}

/** What was chosen before the page was loaded again. */
export function loadPicks(board: Board): void {
  const kept = readStored(ofBoard(board.boot.board, "picks")) as { basis?: unknown; options?: unknown } | null;
  if (typeof kept?.basis !== "string" || !Array.isArray(kept.options)) return;
  const options = new Set(kept.options.filter((one) => typeof one === "string"));
  deskOf(board).picks.value = { basis: kept.basis, options };
}

/** In the order of the count of the newest round that has the option, so that the record reads like the tally. */
export function inOrder(state: BoardState, chosen: ReadonlySet<string>): string[] {
  const lines = [...state.meta.value.rounds].reverse().flatMap((round) => round.tally.map((line) => line.option));
  return [...new Set(lines)].filter((option) => chosen.has(option));
}

/** The shortlist of now in that order. */
export function shortlistInOrder(board: Board): string[] {
  return inOrder(board.state, shortlistOf(board));
}

/** Opens the form: with what this facilitator wrote, else with what stands. */
export function openForm(board: Board): void {
  const { begun, writing } = deskOf(board);
  begun.value = board.state.meta.peek().decision;
  writing.value = true;
}
