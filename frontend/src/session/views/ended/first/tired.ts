/** A pause after two sessions alone in a row: when it is offered, and until when it lasts. */

import { useEffect, useState } from "preact/hooks";
import { LAST_ALONE, readStored, writeStored } from "../../../../browser-storage";
import { useSession } from "../../../use-session";
import { isAlone } from "../../../verdicts";

const MINUTE = 60;
/** Seconds that a session takes, as planned, after which a second one asks for a pause. */
const LONG = 50 * MINUTE;
/** Seconds between two sessions that count as in a row. */
const GAP = 10 * MINUTE;
/** Seconds of a pause. */
const PAUSE = 10 * MINUTE;
/** Seconds after the end in which a pause is still offered. */
const OFFERED = 10 * MINUTE;

/** One session alone, in Unix seconds. */
export interface Stretch {
  readonly began: number;
  readonly ended: number;
  /** As planned. */
  readonly minutes: number;
}

/** Whether the last session followed another one so closely that a pause is due. */
export function isTired(before: Stretch | null, last: Stretch, now: number): boolean {
  const long = (one: Stretch): boolean => one.minutes * MINUTE >= LONG && one.ended - one.began >= LONG / 2;
  if (before === null || !long(before) || !long(last)) return false;
  const gap = last.began - before.ended;
  return gap >= 0 && gap < GAP && now - last.ended < OFFERED;
}

/** The whole minute with which a pause that begins now is over. */
export function backAt(now: number): number {
  return Math.ceil((now + PAUSE) / MINUTE) * MINUTE;
}

/** The one before the last, and the last one in this browser; what stands in the storage may be anything. */
export function known(kept: unknown): readonly Stretch[] {
  return Array.isArray(kept) ? kept.filter(isStretch).slice(-2) : [];
}

function isStretch(one: unknown): one is Stretch {
  const { began, ended, minutes } = (one ?? {}) as Record<string, unknown>;
  return [began, ended, minutes].every(Number.isFinite);
}

/** The same with one that has ended; it is looked at again whenever its page is. */
export function noted(before: readonly Stretch[], last: Stretch): readonly Stretch[] {
  return [...before.filter(({ began }) => began !== last.began), last].sort((a, b) => a.began - b.began).slice(-2);
}

/** Whether a pause is due on this page, as it was when the page came. Notes the session in this browser. */
export function useTired(): boolean {
  const { meta, me, now } = useSession();
  const { clock, contract, ending, kind } = meta.value;
  const last: Stretch | null =
    isAlone(kind) && me.value !== null && clock && ending
      ? { began: clock.began, ended: ending.at, minutes: contract.minutes }
      : null;
  const [tired] = useState(() => {
    const others = known(readStored(LAST_ALONE)).filter(({ began }) => began !== last?.began);
    return last !== null && isTired(others.at(-1) ?? null, last, now.peek());
  });
  useEffect(() => {
    if (last) writeStored(LAST_ALONE, noted(known(readStored(LAST_ALONE)), last));
  }, [last?.began, last?.ended]);
  return tired;
}
