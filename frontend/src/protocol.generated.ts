/** Generated from `board/protocol` by `make protocol`. Do not edit. */

export const PHASES = ["lobby", "diverge", "reveal", "cluster", "vote", "decide", "frozen"] as const;
export type Phase = (typeof PHASES)[number];

export type Role = "facilitate" | "participate" | "watch";

/**
 * How much may be typed into a field, and what numbers it takes: one value for rules, templates, pages and sentences.
 * Lengths are Unicode code points after trimming.
 */
export const LIMITS = {
  idea: 1000,
  signature: 80,
  groupName: 120,
  question: 300,
  problem: 600,
  constraint: 600,
  criterion: 600,
  owner: 120,
  decision: 1000,
  why: 1000,
  decideBy: 120,
  step: 300,
  stepOwner: 120,
  stepWhen: 120,
  steps: 20,
  reason: 500,
  minutes: 240,
  dots: 20,
} as const;

export interface NextStep {
  readonly text: string;
  readonly owner?: string | null;
  readonly when?: string | null;
}

/** An idea that comes when writing is over is not refused: it goes into the late tray. */
export interface AddIdea {
  readonly do: "add_idea";
  readonly idea: string;
  readonly text: string;
  readonly secret: string;
}

export interface EditIdea {
  readonly do: "edit_idea";
  readonly idea: string;
  readonly text: string;
  readonly secret: string;
}

export interface WithdrawIdea {
  readonly do: "withdraw_idea";
  readonly idea: string;
  readonly secret: string;
}

export interface SignIdea {
  readonly do: "sign_idea";
  readonly idea: string;
  readonly secret: string;
  readonly name: string;
}

export interface PlaceIdea {
  readonly do: "place_idea";
  readonly idea: string;
  readonly cluster: string | null;
  readonly rank?: string | null;
}

export interface NameCluster {
  readonly do: "name_cluster";
  readonly cluster: string;
  readonly name: string;
  readonly rank?: string | null;
}

export interface DissolveCluster {
  readonly do: "dissolve_cluster";
  readonly cluster: string;
}

export interface Merge {
  readonly do: "merge";
  readonly merge: string;
  readonly from: readonly string[];
  readonly into: string;
  readonly name?: string | null;
}

export interface UndoMerge {
  readonly do: "undo_merge";
  readonly merge: string;
}

export interface CastBallot {
  readonly do: "cast_ballot";
  readonly dots: Readonly<Record<string, number>>;
  readonly bold?: string | null;
  readonly done?: boolean;
  readonly round?: number | null;
  readonly receipt?: string | null;
  readonly proxy?: string | null;
}

export interface AnswerConsent {
  readonly do: "answer_consent";
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly reason?: string | null;
  readonly n?: number | null;
}

export interface OpenPhase {
  readonly do: "open_phase";
  readonly phase: Phase;
  readonly minutes?: number | null;
  readonly options?: readonly string[] | null;
}

export interface SetTimer {
  readonly do: "set_timer";
  readonly minutes?: number | null;
  readonly extend?: number | null;
  readonly paused?: boolean | null;
}

/** Only the fields that are given change; None empties a field that may be empty. */
export interface ChangeSettings {
  readonly do: "change_settings";
  readonly question?: string;
  readonly problem?: string | null;
  readonly constraint?: string | null;
  readonly criterion?: string | null;
  readonly owner?: string | null;
  readonly visibility?: "hidden" | "visible";
  readonly grouping?: "everyone" | "facilitator";
  readonly minutes?: number;
  readonly dots?: number | null;
  readonly locked?: boolean;
}

export interface AdmitLate {
  readonly do: "admit_late";
}

export interface SetAside {
  readonly do: "set_aside";
  readonly option: string;
  readonly aside: boolean;
}

export interface HideIdea {
  readonly do: "hide_idea";
  readonly idea: string;
  readonly hidden: boolean;
}

export interface HighlightIdea {
  readonly do: "highlight_idea";
  readonly idea: string | null;
}

export interface CloseConsent {
  readonly do: "close_consent";
}

/** `after` is the number of the wording that was read; 0: none stood. Without it, it replaces whatever stands. */
export interface WriteDecision {
  readonly do: "write_decision";
  readonly decision: string;
  readonly owner: string;
  readonly shortlist: readonly string[];
  readonly why?: string | null;
  readonly next_steps?: readonly NextStep[];
  readonly outcome?: "decided" | "recommended";
  readonly decide_by?: string | null;
  readonly after?: number | null;
}

export interface Freeze {
  readonly do: "freeze";
}

/** Opens a final decision again. Its record stays; the next freeze makes another one that follows it. */
export interface Correct {
  readonly do: "correct";
}

/** Every command the server knows, without its request id. */
export type Command =
  | AddIdea
  | EditIdea
  | WithdrawIdea
  | SignIdea
  | PlaceIdea
  | NameCluster
  | DissolveCluster
  | Merge
  | UndoMerge
  | CastBallot
  | AnswerConsent
  | OpenPhase
  | SetTimer
  | ChangeSettings
  | AdmitLate
  | SetAside
  | HideIdea
  | HighlightIdea
  | CloseConsent
  | WriteDecision
  | Freeze
  | Correct;
