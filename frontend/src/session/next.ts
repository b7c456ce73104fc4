/** The next session of a chain, opened in one press. */

import { type Signal, signal } from "@preact/signals";
import type { Command, End } from "../worksession.generated";
import type { Answer } from "./types";

type Ask = (command: Command) => Promise<Answer>;

/** Why the next session could not be opened; "" when nothing is wrong. The page that asked may be another one by then. */
export const nextRefused: Signal<string> = signal("");

/** Whether a command was carried out. */
export const carriedOut = ({ answer }: Answer): boolean => answer === "ok" || answer === "late";

/** Opens the next session. The answer to a second request is the same session. */
export async function openNext(ask: Ask): Promise<boolean> {
  const answer = await ask({ do: "open_next" });
  nextRefused.value = carriedOut(answer) ? "" : (answer.why ?? "");
  return carriedOut(answer);
}

/** Ends the session, and with `another` opens the next one at once, for somebody who may. Returns the answer to the end. */
export async function endWith(ask: Ask, end: End, opens: boolean): Promise<Answer> {
  const answer = await ask(end);
  if (end.verdict === "another" && opens && carriedOut(answer)) await openNext(ask);
  return answer;
}
