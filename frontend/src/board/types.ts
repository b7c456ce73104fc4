import type { Command, NextStep, Phase, Role } from "../protocol.generated";
import type { FileFormat } from "./file-format";

/**
 * The shapes that browser and server agree on: a field is added on both sides or not at all.
 * Times are unix seconds by the server's clock. An "option" is the id of a cluster or of an idea that lies in none.
 */

export type Visibility = "hidden" | "visible";
export type Grouping = "everyone" | "facilitator";
export type Outcome = "decided" | "recommended";
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** Numbers about the group. null is "not told": fewer than three people, not this phase, or not this role. */
export interface Counts {
  readonly here: number;
  readonly joined: number;
  /** Of those who joined: people connected for long enough to make a crowd of three. */
  readonly counting: number;
  readonly ideas: number;
  readonly wrote: number | null;
  readonly late: number | null;
  readonly done: number | null;
  readonly answered: number | null;
}

export interface OwnBallot {
  readonly round: number;
  readonly dots: Readonly<Record<string, number>>;
  readonly bold: string | null;
  readonly done: boolean;
}

export interface You {
  readonly role: Role;
  /** All roles of this person on this board: it may have opened a stronger link since the page was served. */
  readonly roles?: readonly Role[];
  readonly seated: boolean;
  /** Ideas of this person in this writing. */
  readonly used: number;
  /** How many more this person can add; a server of an older version does not say. */
  readonly ideas_left?: number;
  readonly ballot: OwnBallot | null;
  readonly consent: { readonly n: number; readonly level: Level; readonly reason: string } | null;
}

export interface Notice {
  readonly protocol: number;
  readonly build: string;
  /** Which run of the server this is: after a restart its file may be an older one. */
  readonly run?: string;
  readonly epoch: number;
  readonly now: number;
  readonly phase: Phase;
  readonly deadline: number | null;
  /** Seconds left on a paused timer; then `deadline` is null. */
  readonly left: number | null;
  /** The whole length of the running timer, for the bar that drains. */
  readonly length: number | null;
  /** A reveal, or the end of the vote, is under way and happens at this time. */
  readonly closing: number | null;
  /** A reveal of few ideas is held until then; writing stays open. */
  readonly reveal_at: number | null;
  /** The late tray is let in then. For the facilitator alone. */
  readonly admit_at: number | null;
  /** The server cannot store anything just now. */
  readonly readonly: boolean;
  readonly counts: Counts;
  readonly you: You;
}

export interface Place {
  readonly cluster: string | null;
  readonly rank: string;
}

export interface ClusterEntry {
  readonly name: string;
  readonly rank: string;
  readonly letter: string;
}

export interface MergeEntry {
  readonly into: string;
  readonly moved: Readonly<Record<string, string | null>>;
  readonly clusters: Readonly<Record<string, ClusterEntry>>;
  readonly created: boolean;
}

export interface Option {
  readonly option: string;
  readonly kind: "cluster" | "idea";
  readonly letter: string | null;
  readonly number: number | null;
  /** The cluster's name; for a lone idea, or a cluster without a name, the text of the (first) idea. */
  readonly name: string;
  readonly named: boolean;
  readonly ideas: readonly string[];
}

export interface BallotPaper {
  readonly round: number;
  /** How many dots each person has. */
  readonly dots: number;
  readonly runoff: boolean;
  readonly options: readonly Option[];
}

export interface TallyLine {
  readonly option: string;
  readonly dots: number;
  readonly bold: number;
}

export interface Round extends BallotPaper {
  readonly joined: number;
  readonly ballots: number;
  readonly abstained: number;
  readonly unspent: number;
  readonly proxies: number;
  /** Dots down, then in the order of the options. */
  readonly tally: readonly TallyLine[];
  /** The round was opened after a count had been shown. */
  readonly shown: boolean;
}

export interface Proposal {
  readonly shortlist: readonly string[];
  readonly tied: readonly string[];
  readonly bold: readonly string[];
}

export interface Decision {
  /** The number of this wording: each changed wording is a new one with a new consent check. */
  readonly n: number;
  readonly decision: string;
  readonly why: string | null;
  readonly owner: string;
  readonly shortlist: readonly string[];
  readonly next_steps: readonly NextStep[];
  readonly outcome: Outcome;
  readonly decide_by: string | null;
}

export interface ConsentCheck {
  readonly n: number;
  readonly decision: string;
  readonly counts: Readonly<Record<"0" | "1" | "2" | "3" | "4" | "5", number>>;
  readonly silent: number;
  readonly reasons: readonly { readonly level: Level; readonly reason: string }[];
}

/** The `meta` root of the document, each key replaced whole. */
export interface Meta {
  readonly question: string;
  readonly problem: string | null;
  readonly constraint: string | null;
  readonly criterion: string | null;
  readonly owner: string | null;
  readonly visibility: Visibility;
  readonly grouping: Grouping;
  readonly minutes: number;
  /** null: the default rule counts them from the options. */
  readonly dots: number | null;
  readonly locked: boolean;
  /** Writing has opened once: visibility is fixed. */
  readonly sealed: boolean;
  readonly phase: Phase;
  readonly hidden: readonly string[];
  readonly aside: readonly string[];
  readonly highlight: string | null;
  readonly counts: {
    readonly joined: number | null;
    readonly wrote: number | null;
    readonly ideas: number | null;
    readonly voted: number | null;
  };
  readonly ballot: BallotPaper | null;
  readonly rounds: readonly Round[];
  readonly proposal: Proposal | null;
  readonly decision: Decision | null;
  readonly consent: { readonly n: number; readonly open: boolean } | null;
  readonly consents: readonly ConsentCheck[];
  /** The sha256 of the frozen decision. */
  readonly frozen: string | null;
  /** When it was made final, in Unix seconds. */
  readonly frozen_at?: number | null;
}

export type Settings = Partial<
  Pick<
    Meta,
    | "question"
    | "problem"
    | "constraint"
    | "criterion"
    | "owner"
    | "visibility"
    | "grouping"
    | "minutes"
    | "dots"
    | "locked"
  >
>;

export type Links = Partial<Record<Role, string>>;

/** What the page was served with, `<script type="application/json" id="boot">`. */
export interface Boot {
  readonly board: string;
  readonly protocol: number;
  readonly build: string;
  /** The role of this tab. */
  readonly role: Role;
  /** All roles of this person on this board. */
  readonly roles: readonly Role[];
  readonly links: Links;
  readonly qr: Links;
  /** False where the server cannot make PDF and pictures. */
  readonly typesets?: boolean;
  readonly formats: readonly FileFormat[];
  /** After how many days boards that nobody uses, and decisions, are deleted; null: not by themselves. */
  readonly keep?: { readonly boards: number | null; readonly decisions: number | null };
  readonly meta: Meta;
  readonly notice: Notice;
}

export type TimerChange = { readonly minutes: number } | { readonly extend: number } | { readonly paused: boolean };

/** What is written down as a decision; see `Decision` for what the server makes of it. */
export interface DecisionDraft {
  readonly decision: string;
  readonly why?: string | null;
  readonly owner: string;
  readonly shortlist: readonly string[];
  readonly next_steps: readonly NextStep[];
  readonly outcome?: Outcome;
  readonly decide_by?: string | null;
  /** The number of the wording that was read before; 0 when there was none. */
  readonly after?: number;
}

/** A command as it travels. */
export type Request = Command & { id: string };

/**
 * What came of a command. `retry` is also what the page itself says when a command could not be sent or its answer
 * was lost with the connection; `why` is then a sentence to show.
 */
export interface Answer {
  readonly id: string;
  readonly answer: "ok" | "late" | "refused" | "retry";
  readonly why?: string;
  /** The sha256 of the decision, in the answer to `freeze`. */
  readonly decision?: string;
  /** The server's clock as it answered. */
  readonly now?: number;
}
