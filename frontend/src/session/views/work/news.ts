/** The one sentence at the left of the bar: what somebody did to the clock, or what the session waits for. */

import type { ClockAct } from "../../../worksession.generated";

/** Seconds in which an act on the clock can be taken back; twin of `rules/clock.py`. */
export const UNDO = 10;
/** Seconds without a lead after which somebody may take the lead; twin of `rules/leading.py`. */
export const LEADERLESS = 120;
/** Seconds after which everybody may finish a session that was left open; twin of `rules/leading.py`. */
export const FREE = 7 * 86400;

export type News =
  | { readonly is: "act"; readonly act: ClockAct; readonly left: number }
  | { readonly is: "leaderless"; readonly left: number }
  | { readonly is: "left-open"; readonly since: number }
  | { readonly is: "over" }
  | { readonly is: "question"; readonly agreement: string }
  | { readonly is: "asks"; readonly item: string }
  | { readonly is: "board-left"; readonly item: string };

export interface Moment {
  readonly now: number;
  readonly act: ClockAct | null;
  /** seconds that the running item has left */
  readonly left: number;
  readonly leadGone: number | null;
  readonly leftOpen: number | null;
  /** whether this person may give the verdict */
  readonly judges: boolean;
  /** an agreement that waits for this person's answer */
  readonly question: string | null;
  /** a question to everybody that is still to come */
  readonly asks: string | null;
  /** the item that has just ended with its board open */
  readonly boardLeft: string | null;
}

/** What there is to say, the most urgent first. */
export function news({ now, act, left, leadGone, leftOpen, judges, question, asks, boardLeft }: Moment): News[] {
  const found: News[] = [];
  // The page's clock may be a little behind the server's.
  const acted: News[] =
    act && now < act.at + UNDO ? [{ is: "act", act, left: Math.min(UNDO, Math.ceil(act.at + UNDO - now)) }] : [];
  // What is on the big screen can wait: it moves nothing here.
  const waits = act?.what === "show" || act?.what === "clear";
  if (!waits) found.push(...acted);
  const open: News[] = leftOpen === null ? [] : [{ is: "left-open", since: leftOpen }];
  // Whoever can finish it need not take the lead for that.
  if (judges) found.push(...open);
  if (leadGone !== null) found.push({ is: "leaderless", left: Math.max(0, Math.ceil(leadGone + LEADERLESS - now)) });
  if (!judges) found.push(...open);
  if (question !== null) found.push({ is: "question", agreement: question });
  if (waits) found.push(...acted);
  if (left <= 0) found.push({ is: "over" });
  if (boardLeft !== null) found.push({ is: "board-left", item: boardLeft });
  if (asks !== null) found.push({ is: "asks", item: asks });
  return found;
}
