/** The only way to change a board. Each command answers and never throws; what is not "ok" or "late" has a `why`. */

import type { Answer, DecisionDraft, Level, Phase, Settings, TimerChange } from "./types";

export interface BallotChange {
  readonly dots: Readonly<Record<string, number>>;
  readonly bold: string | null;
  readonly done?: boolean;
}

export interface Commands {
  /** Kept in the outbox until answered, so the promise may take as long as the connection does. */
  addIdea(text: string): Promise<Answer>;
  editIdea(idea: string, text: string): Promise<Answer>;
  withdrawIdea(idea: string): Promise<Answer>;
  signIdea(idea: string, name: string): Promise<Answer>;
  /** `rank` left out: the server puts the idea last. */
  placeIdea(idea: string, cluster: string | null, rank?: string): Promise<Answer>;
  placeIdeas(ideas: readonly string[], cluster: string | null): Promise<Answer>;
  /** Gives an existing cluster a name, or makes one with that name when `cluster` is new (see `newId`). */
  nameCluster(cluster: string, name: string, rank?: string): Promise<Answer>;
  dissolveCluster(cluster: string): Promise<Answer>;
  /** Puts ideas and whole clusters together; without `into`, in a cluster of its own. */
  merge(from: readonly string[], into?: string, name?: string): Promise<Answer>;
  undoMerge(merge: string): Promise<Answer>;
  /** The whole ballot each time. Sent a moment after the last change, at once when it is done or time is short. */
  castBallot(ballot: BallotChange): Promise<Answer>;
  castProxy(ballot: BallotChange): Promise<Answer>;
  answerConsent(level: Level, reason?: string): Promise<Answer>;
  openPhase(phase: Phase, options?: { minutes?: number; options?: readonly string[] }): Promise<Answer>;
  setTimer(change: TimerChange): Promise<Answer>;
  changeSettings(settings: Settings): Promise<Answer>;
  admitLate(): Promise<Answer>;
  setAside(option: string, aside: boolean): Promise<Answer>;
  hideIdea(idea: string, hidden: boolean): Promise<Answer>;
  highlightIdea(idea: string | null): Promise<Answer>;
  closeConsent(): Promise<Answer>;
  writeDecision(decision: DecisionDraft): Promise<Answer>;
  /** The answer carries `decision`, the sha256 of the record. */
  freeze(): Promise<Answer>;
}
