/** The next session of a chain, opened in one press. */

import { type Signal, signal } from "@preact/signals";
import type { Command, End, OpenNext } from "../worksession.generated";
import type { Answer } from "./types";

type Ask = (command: Command) => Promise<Answer>;

/** Why the next session could not be opened; "" when nothing is wrong. The page that asked may be another one by then. */
export const nextRefused: Signal<string> = signal("");

/** Whether a command was carried out. */
export const carriedOut = ({ answer }: Answer): boolean => answer === "ok" || answer === "late";

/** Opens the next session. The answer to a second request is the same session. */
export async function openNext(ask: Ask, opening: OpenNext = { do: "open_next" }): Promise<boolean> {
  const answer = await ask(opening);
  nextRefused.value = carriedOut(answer) ? "" : (answer.why ?? "");
  return carriedOut(answer);
}

/** Ends the session, and opens the next one at once where that is wanted. Returns the answer to the end. */
export async function endWith(ask: Ask, end: End, opening: OpenNext | null): Promise<Answer> {
  const answer = await ask(end);
  if (opening !== null && carriedOut(answer)) await openNext(ask, opening);
  return answer;
}
