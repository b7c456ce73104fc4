/** The lines that the lead adds to the recap: kept by the server as they are typed, and in this browser until then. */

import type { Signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { trimmed } from "../../../../kit/text/rules";
import type { RecapLines } from "../../../../worksession.generated";
import { useDraft } from "../../../drafts";
import { carriedOut } from "../../../next";
import { useSession } from "../../../use-session";
import { linesOf } from "./recap-state";

export const LINES = ["summary", "next", "was", "became"] as const;
export type Line = (typeof LINES)[number];
/** Milliseconds without a key after which the lines are kept. */
export const REST = 800;

export interface Lines {
  readonly typed: Readonly<Record<Line, Signal<string>>>;
  readonly type: (line: Line, words: string) => void;
  /** Sends what has changed; true when nothing is left to be kept. */
  readonly keep: () => Promise<boolean>;
  /** Why the server did not keep them; "" when it did. */
  readonly why: string;
}

export function useLines(): Lines {
  const { ask, meta } = useSession();
  const kept = linesOf(meta.value);
  const typed = {
    summary: useDraft("recap/summary", kept.summary ?? ""),
    next: useDraft("recap/next", kept.next ?? ""),
    was: useDraft("recap/was", kept.was ?? ""),
    became: useDraft("recap/became", kept.became ?? ""),
  };
  const [why, setWhy] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const changed = changes(typed, linesOf(meta.peek()));
    if (Object.keys(changed).length === 0) return true;
    const answer = await ask({ do: "edit_recap", ...changed });
    setWhy(carriedOut(answer) ? "" : (answer.why ?? ""));
    return carriedOut(answer);
  };
  const type = (line: Line, words: string): void => {
    typed[line].value = words;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), REST);
  };
  useEffect(() => {
    // What was typed before a reload, and what is typed when the dialog closes.
    void keep();
    return () => void keep();
  }, []);
  return { typed, type, keep, why };
}

function changes(typed: Lines["typed"], kept: RecapLines): Partial<Record<Line, string | null>> {
  const words = LINES.map((line) => [line, trimmed(typed[line].peek())] as const);
  return Object.fromEntries(
    words.filter(([line, text]) => text !== (kept[line] ?? "")).map(([line, text]) => [line, text || null]),
  );
}
