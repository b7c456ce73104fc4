/** The decision while it is being written: kept in the facilitator's browser at every key, so a refresh loses nothing. */

import { ofBoard, readStored, writeStored } from "../../../../browser-storage";
import { trimmed } from "../../../../kit/text/rules";
import { kept } from "../../../../live/roots";
import type { Decision, NextStep } from "../../../../protocol.generated";
import type { DecisionDraft, Outcome } from "../../../engine/types";

export interface Step {
  /** Only for the page: which row it is. */
  readonly key: string;
  readonly text: string;
  readonly owner: string;
  readonly when: string;
}

export interface Draft {
  readonly outcome: Outcome;
  readonly decision: string;
  readonly why: string;
  readonly owner: string;
  readonly decideBy: string;
  readonly steps: readonly Step[];
  /** The wording that stood when this was begun; null: none did. */
  readonly base: Decision | null;
}

/** `aside`: the writer kept another facilitator's wording, and may still come back to this one. */
type Which = "decision" | "aside";

let rows = 0;
export function newStep(step: NextStep = { text: "" }): Step {
  rows += 1;
  return { key: `step-${rows}`, text: step.text, owner: step.owner ?? "", when: step.when ?? "" };
}

/** What the form starts with: the decision that stands, else an empty page with the owner the board already has. */
export function fresh(decision: Decision | null, owner: string | null): Draft {
  return {
    outcome: decision?.outcome ?? "decided",
    decision: decision?.decision ?? "",
    why: decision?.why ?? "",
    owner: decision?.owner ?? owner ?? "",
    decideBy: decision?.decide_by ?? "",
    steps: decision?.next_steps.length ? decision.next_steps.map(newStep) : [newStep()],
    base: decision,
  };
}

/** `standing` is the base of a draft that an older version of the page kept. */
export function load(
  board: string,
  standing: Decision | null,
  which: Which = "decision",
  storage?: Storage,
): Draft | null {
  const found = readStored(ofBoard(board, which), storage);
  if (!isDraft(found)) return null;
  return { ...found, base: found.base === undefined ? standing : found.base, steps: found.steps.map(newStep) };
}

/** Keeps a draft, or with null forgets it. True when that was done. */
export function keep(board: string, draft: Draft | null, which: Which = "decision", storage?: Storage): boolean {
  return writeStored(ofBoard(board, which), draft, storage);
}

/** Whether two wordings say the same. Winners worth the risk are on every shortlist, whether it names them or not. */
export function sameWording(one: DecisionDraft, other: DecisionDraft, bold: readonly string[]): boolean {
  const plain = ({ shortlist, next_steps: steps, why, decide_by: by, ...rest }: DecisionDraft) => ({
    decision: rest.decision,
    owner: rest.owner,
    outcome: rest.outcome ?? "decided",
    why: why || null,
    by: by || null,
    shortlist: [...new Set([...shortlist, ...bold])].sort(),
    steps: steps.map(({ text, owner, when }) => [text, owner || null, when || null]),
  });
  const first = plain(one);
  return kept(first, plain(other)) === first;
}

/** The wording that stands, when the writer of this draft has not read it: it must not be replaced unread. */
export function newerThan({ base }: Draft, standing: Decision | null, bold: readonly string[] = []): Decision | null {
  if (standing === null) return null;
  return base !== null && base.n === standing.n && sameWording(base, standing, bold) ? null : standing;
}

export type Missing = "decision" | "owner" | "by" | "shortlist" | "step";

/** The fields that are still empty before it can be shown to the group, in the order of the page. */
export function missing(draft: Draft, shortlist: readonly string[]): Missing[] {
  const gaps: Missing[] = [];
  if (!shortlist.length) gaps.push("shortlist");
  if (!trimmed(draft.decision)) gaps.push("decision");
  if (!trimmed(draft.owner)) gaps.push("owner");
  if (draft.outcome === "recommended" && !trimmed(draft.decideBy)) gaps.push("by");
  if (draft.steps.some((step) => !trimmed(step.text) && (trimmed(step.owner) || trimmed(step.when)))) gaps.push("step");
  return gaps;
}

/** The command's fields: trimmed, without empty steps. */
export function toCommand(draft: Draft, shortlist: readonly string[]): DecisionDraft {
  return {
    outcome: draft.outcome,
    decision: trimmed(draft.decision),
    why: trimmed(draft.why) || null,
    owner: trimmed(draft.owner),
    decide_by: draft.outcome === "recommended" ? trimmed(draft.decideBy) : null,
    shortlist,
    next_steps: draft.steps
      .filter((step) => trimmed(step.text))
      .map((step) => ({
        text: trimmed(step.text),
        owner: trimmed(step.owner) || null,
        when: trimmed(step.when) || null,
      })),
  };
}

function isDraft(found: unknown): found is Omit<Draft, "base"> & { readonly base?: Decision | null } {
  if (typeof found !== "object" || found === null) return false;
  const one = found as Record<string, unknown>;
  const texts = ["decision", "why", "owner", "decideBy"].every((name) => typeof one[name] === "string");
  const steps = Array.isArray(one.steps) && one.steps.every((step) => typeof step?.text === "string");
  return texts && steps && (one.outcome === "decided" || one.outcome === "recommended");
}
