/** Which consent check speaks for the decision as it stands. A check belongs to the wording that it asked about. */

import type { ConsentCheck, Decision, Meta } from "../../../protocol.generated";
import { say } from "../../../words/say";

/** The newest ended check that asked about exactly this wording. */
export function checkOn(decision: Decision, consents: readonly ConsentCheck[]): ConsentCheck | undefined {
  return consents.findLast((one) => one.decision === decision.decision);
}

/** How many ended checks asked about another wording. */
export function earlier(decision: Decision, consents: readonly ConsentCheck[]): number {
  return consents.filter((one) => one.decision !== decision.decision).length;
}

/** The result of the check in one line. One or two answers are never shown, so it is unknown whether anybody objects. */
export function standing(check: ConsentCheck): string {
  const shown = Object.values(check.counts).reduce((sum, n) => sum + n, 0);
  const { counts, silent } = check;
  if (shown === 0) return say("outcome-result-hidden", { silent });
  return say("outcome-result", { objections: counts[0] + counts[1], silent });
}

/** What the page of a final decision says of its check; null when nothing was ever asked. */
export function inOneLine({ decision, consents }: Pick<Meta, "decision" | "consents">): string | null {
  if (!decision || consents.length === 0) return null;
  const check = checkOn(decision, consents);
  return check ? say("outcome-check-line", { result: standing(check) }) : say("outcome-check-other");
}
