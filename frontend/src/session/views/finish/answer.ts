/** The one question of the last item, as far as it is answered. */

import type { End } from "../../../worksession.generated";

export type Verdict = End["verdict"];

export interface Draft {
  /** Null: not answered yet. */
  readonly verdict: Verdict | null;
  readonly finisher: string | null;
  /** "YYYY-MM-DD", or "" for none. */
  readonly by: string;
  readonly note: string;
  readonly elsewhere: string;
}

/** What the end sends; null while something is missing. */
export function endOf({ verdict, finisher, by, note, elsewhere }: Draft): End | null {
  if (verdict === null) return null;
  const end: End = { do: "end", verdict, note: note.trim() || null, elsewhere: elsewhere.trim() || null };
  if (verdict !== "nearly") return end;
  return finisher && by ? { ...end, finisher, by } : null;
}
