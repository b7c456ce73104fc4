/** What somebody types into a field of the plan: kept in the page until the server has it, and sent a moment later. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { length, trimmed } from "../../../kit/text/rules";
import { say } from "../../../words/say";
import type { Answer } from "../../types";
import { useSession } from "../../use-session";

/** How long (ms) a pause in typing is before it is sent. */
const PAUSE = 600;

export interface Draft {
  readonly text: string;
  /** Why the server does not have it; empty while it has, or soon will. */
  readonly why: string;
  onInput(text: string): void;
  /** Sends at once: the field is left, or Enter was pressed. */
  settle(): void;
}

/**
 * `kept` is what the document has. Nothing typed is lost: it stays in the field until the document has it, and is sent
 * again once the page is connected.
 */
export function useDraft(kept: string, most: number, send: (text: string) => Promise<Answer>): Draft {
  const { status } = useSession();
  const typed = useSignal<string | null>(null);
  const why = useSignal("");
  const waits = useRef(0);
  const latest = useRef({ kept, send });
  latest.current = { kept, send };

  const save = async (): Promise<void> => {
    clearTimeout(waits.current);
    waits.current = 0;
    const text = typed.peek();
    if (text === null) return;
    if (trimmed(text) === latest.current.kept) {
      if (typed.peek() === text) typed.value = null;
      why.value = "";
      return;
    }
    const over = length(text) - most;
    if (over > 0) {
      why.value = say("prepare-too-long", { count: over });
      return;
    }
    const answer = await latest.current.send(trimmed(text));
    why.value = answer.answer === "ok" ? "" : (answer.why ?? "");
    // What was typed meanwhile is on its way already.
    if (answer.answer === "ok" && typed.peek() === text && !waits.current) typed.value = null;
  };
  const later = useRef(save);
  later.current = save;
  const connected = status.value === "live";
  useEffect(() => {
    if (connected && why.peek()) void later.current();
  }, [connected]);
  useEffect(() => () => void later.current(), []);
  return {
    text: typed.value ?? kept,
    why: why.value,
    onInput: (text) => {
      typed.value = text;
      why.value = "";
      clearTimeout(waits.current);
      waits.current = window.setTimeout(() => void later.current(), PAUSE);
    },
    settle: () => void save(),
  };
}
