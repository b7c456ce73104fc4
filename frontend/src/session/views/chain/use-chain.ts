/** The chain around this session, asked for again when a session of it comes, ends or may have changed. */

import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Contract } from "../../../worksession.generated";
import type { Session } from "../../engine";
import { useSession } from "../../use-session";

/** A part of the one line. */
export interface Part {
  readonly words: string;
  readonly href: string | null;
  /** Stands behind it in brackets. */
  readonly note: string | null;
  /** Somebody wrote the words. */
  readonly typed: boolean;
  /** It is this session. */
  readonly here: boolean;
}

/** The session to which the links of the chain lead. */
export interface Newest extends Pick<Contract, "starts" | "zone" | "minutes" | "repeats"> {
  readonly id: string;
  readonly state: "plan" | "running" | "ended" | "shared";
}

export interface Chain {
  /** Empty where a session stands alone. */
  readonly line: readonly Part[];
  /** Null: it is this one. */
  readonly next: Newest | null;
}

interface Kept {
  readonly told: Signal<Chain | null>;
  /** For what was asked, and when. */
  asked: string;
  at: number;
}

/** Milliseconds in which the parts of one page ask once. */
const AT_ONCE = 2000;
const known = new WeakMap<Session, Kept>();

/** Null until the server answers, and where this session stands alone. */
export function useChain(): Chain | null {
  const session = useSession();
  const { before, decision, ending, next } = session.meta.value;
  const kept = known.get(session) ?? { told: signal(null), asked: "", at: 0 };
  known.set(session, kept);
  const wanted = before ?? next ?? decision;
  const key = `${next} ${ending?.at} ${ending?.finished_at}`;
  useEffect(() => {
    if (wanted === null) return;
    const look = (): void => void ask(session, kept, key);
    // The date of the next session may have changed while nobody looked.
    const seen = (): void => {
      if (!document.hidden) look();
    };
    look();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [session, kept, wanted, key]);
  return kept.told.value;
}

async function ask(session: Session, kept: Kept, key: string): Promise<void> {
  if (kept.asked === key && Date.now() - kept.at < AT_ONCE) return;
  kept.asked = key;
  kept.at = Date.now();
  try {
    const answer = await fetch(`/api/worksessions/${session.boot.session}/chain`);
    if (answer.ok && kept.asked === key) kept.told.value = (await answer.json()) as Chain;
  } catch {
    // The page works without it, and asks again when somebody returns to it.
    kept.asked = "";
  }
}
