/** The only way to change a board. Each command answers and never throws; what is not "ok" or "late" has a `why`. */

import { newId } from "../../../live/random";
import type { Command } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Answer, Level } from "../types";
import type { BallotChange, Ballots } from "./ballots";
import type { Consent } from "./consent";
import type { Grouping } from "./grouping";
import type { Own } from "./own";

export { newId } from "../../../live/random";
export type { BallotChange } from "./ballots";

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
  /**
   * The whole ballot each time. Sent a moment after the last change, at once when it is done or time is short; kept in
   * the outbox until answered. The notes show a refusal too, since it may arrive much later.
   */
  castBallot(ballot: BallotChange): Promise<Answer>;
  castProxy(ballot: BallotChange): Promise<Answer>;
  /** The whole answer each time, on the wording that is asked about; kept in the outbox as a ballot is. */
  answerConsent(level: Level, reason?: string, resting?: boolean): Promise<Answer>;
  /** Sends a command that has no method above, once and as it is. */
  send(command: Command): Promise<Answer>;
}

export function commandsOf(
  ask: (command: Command) => Promise<Answer>,
  own: Own,
  grouping: Grouping,
  ballots: Ballots,
  consent: Consent,
): Commands {
  return {
    addIdea: (text) => own.add(text),
    editIdea: (idea, text) => own.edit(idea, text),
    withdrawIdea: (idea) => own.withdraw(idea),
    signIdea: async (idea, name) => {
      const secret = own.secret(idea);
      if (secret === null) return { id: "", answer: "refused", why: say("board-idea-not-yours") };
      const answer = await ask({ do: "sign_idea", idea, secret, name });
      if (answer.answer === "ok") own.signed(idea, name);
      return answer;
    },
    placeIdea: (idea, cluster, rank) => grouping.place([idea], cluster, rank),
    placeIdeas: (ideas, cluster) => grouping.place(ideas, cluster),
    nameCluster: (cluster, name, rank) => grouping.name(cluster, name, rank),
    dissolveCluster: (cluster) => grouping.dissolve(cluster),
    merge: (from, into, name) => grouping.merge(from, into, name),
    undoMerge: (merge) => grouping.undoMerge(merge),
    castBallot: (ballot) => ballots.cast(ballot),
    castProxy: ({ dots, bold }) => ask({ do: "cast_ballot", proxy: newId(), dots, bold }),
    answerConsent: (level, reason = "", resting) => consent.give(level, reason, resting),
    send: ask,
  };
}
