/** What stands first on this page, for the person in front of it. */

import { useState } from "preact/hooks";
import { useSession } from "../../../use-session";
import { isAlone } from "../../../verdicts";
import { useFinishes } from "../finishing";
import { isCorrected, recapOf } from "../recap/recap-state";
import { type First, first } from "./first";
import { useTired } from "./tired";

/** These take the place of what stood first, whenever they come, and give it back. Nothing else moves on an open page. */
const STRONG: readonly First[] = ["finish", "correct", "next"];

export interface Shown {
  readonly what: First;
  /** The tasks that it is about. They stay in it when they are settled. */
  readonly tasks: readonly string[];
}

export function useFirst(): Shown {
  const now = useNow();
  const [held, hold] = useState(now);
  const moves = now.what !== held.what && (STRONG.includes(now.what) || STRONG.includes(held.what));
  if (!moves) return held;
  hold(now);
  return now;
}

function useNow(): Shown {
  const { boot, me, meta, myself, roots } = useSession();
  const { accepted, contract, ending, kind, next } = meta.value;
  const leads = boot.role === "lead";
  const alone = isAlone(kind);
  // Whoever leads may finish it, too, and finds that below.
  const finishes = useFinishes() && ending?.finisher === me.value;
  const tired = useTired();
  const open = [...roots.tasks.value].filter(([, { state }]) => state === "open" && next === null);
  const own = open.filter(([, { owner }]) => me.value !== null && owner?.person === me.value).map(([id]) => id);
  const undated = open.filter(([, { when }]) => when === null).map(([id]) => id);
  const what = first(
    {
      leads,
      joined: me.value !== null,
      finishes,
      accepts: !leads && Boolean(contract.owner?.words) && boot.roles.includes("accept") && !isAccepted(accepted),
      tasks: own.length,
      goal: Boolean(myself.value?.goal || myself.value?.outcome),
      tired,
    },
    {
      alone,
      another: ending?.verdict === "another" && ending.finished_at === null,
      next: next !== null,
      shared: recapOf(meta.value) !== null,
      correcting: isCorrected(meta.value),
      replies: boot.waiting,
      undated: undated.length,
    },
  );
  return { what, tasks: what === "dates" ? undated : own };
}

/** Whether somebody with the accept link has said what they think of what stands there now. */
const isAccepted = (said: readonly { readonly person: string | null; readonly outdated: boolean }[]): boolean =>
  said.some(({ person, outdated }) => person === null && !outdated);
