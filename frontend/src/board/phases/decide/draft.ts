/** The decision while it is being written: kept in the facilitator's browser at every key, so a refresh loses nothing. */

import { trimmed } from "../../limits";
import type { Decision, DecisionDraft, NextStep, Outcome } from "../../types";

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
}

export const LIMITS = { decision: 1000, why: 1000, owner: 120, step: 300, steps: 20, reason: 500 } as const;

const key = (board: string): string => `shortlist:decision:${board}`;

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
  };
}

/** What this browser keeps under a key, or null: what cannot be read counts as nothing. */
export function stored(name: string, storage: Storage = localStorage): unknown {
  try {
    return JSON.parse(storage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** True when it is kept. */
export function store(name: string, value: unknown, storage: Storage = localStorage): boolean {
  try {
    if (value === null) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function load(board: string, storage?: Storage): Draft | null {
  const kept = stored(key(board), storage);
  return isDraft(kept) ? { ...kept, steps: kept.steps.map((step) => newStep(step)) } : null;
}

export function keep(board: string, draft: Draft, storage?: Storage): boolean {
  return store(key(board), draft, storage);
}

export function discard(board: string, storage?: Storage): void {
  store(key(board), null, storage);
}

export type Missing = "decision" | "owner" | "decideBy" | "shortlist" | "step";

/** What still has to be said before it can be shown to the group, in the order of the page. */
export function missing(draft: Draft, shortlist: readonly string[]): Missing[] {
  const gaps: Missing[] = [];
  if (!shortlist.length) gaps.push("shortlist");
  if (!trimmed(draft.decision)) gaps.push("decision");
  if (!trimmed(draft.owner)) gaps.push("owner");
  if (draft.outcome === "recommended" && !trimmed(draft.decideBy)) gaps.push("decideBy");
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

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== "object" || kept === null) return false;
  const one = kept as Record<string, unknown>;
  const texts = ["decision", "why", "owner", "decideBy"].every((name) => typeof one[name] === "string");
  const steps = Array.isArray(one.steps) && one.steps.every((step) => typeof step?.text === "string");
  return texts && steps && (one.outcome === "decided" || one.outcome === "recommended");
}
