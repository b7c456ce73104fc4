/** What somebody comes back to an ended session for: the block that stands first on its page. */

export type First =
  /** Work on what is nearly done. */
  | "finish"
  /** Mend a recap that readers have. */
  | "correct"
  /** Say whether it is done, by the accept link. */
  | "accept"
  /** Answer what readers replied. */
  | "replies"
  /** The next session, or the press that opens it. */
  | "next"
  /** Give a day to tasks that have none. */
  | "dates"
  /** One's own open tasks. */
  | "tasks"
  /** Share the recap. */
  | "share"
  /** See what was made, without having been there. */
  | "made"
  /** What this person said of their goal. */
  | "said"
  /** The recap. */
  | "recap"
  /** Go away from the screen for ten minutes. */
  | "pause"
  /** Nothing but the verdict. */
  | "none";

export interface Who {
  readonly leads: boolean;
  readonly joined: boolean;
  /** Was named to finish what is nearly done. */
  readonly finishes: boolean;
  /** Is not of the session, and has not said yet whether it is done. */
  readonly accepts: boolean;
  /** Open tasks of this person that can be settled here. */
  readonly tasks: number;
  /** Has a goal, or said what became of it. */
  readonly goal: boolean;
  /** Has worked alone twice without a pause. */
  readonly tired: boolean;
}

export interface Ended {
  readonly alone: boolean;
  /** The verdict asks for another session. */
  readonly another: boolean;
  /** The next session is open. */
  readonly next: boolean;
  readonly shared: boolean;
  readonly correcting: boolean;
  /** Replies that nobody has let in or answered. */
  readonly replies: number;
  /** Open tasks without a day that can be settled here. */
  readonly undated: number;
}

/** The one thing, the first of these that holds. */
export function first(who: Who, session: Ended): First {
  const goesOn = session.next || session.another;
  if (who.finishes) return "finish";
  if (who.leads && session.correcting) return "correct";
  if (session.alone) return who.tired ? "pause" : goesOn ? "next" : "none";
  if (who.accepts) return "accept";
  return who.leads ? forLead(who, session, goesOn) : forOthers(who, goesOn);
}

function forLead(who: Who, session: Ended, goesOn: boolean): First {
  if (session.replies > 0) return "replies";
  if (goesOn) return "next";
  if (session.undated > 0) return "dates";
  if (who.tasks > 0) return "tasks";
  return session.shared ? "recap" : "share";
}

function forOthers(who: Who, goesOn: boolean): First {
  if (!who.joined) return "made";
  if (who.tasks > 0) return "tasks";
  if (goesOn) return "next";
  return who.goal ? "said" : "recap";
}
