/**
 * The boards and work sessions that this browser was on, as the start page lists them: ids and what stood on their pages.
 * No tokens: what lets a browser in is the cookie of each. Their pages write the list (`note-visit.ts`).
 */

import { MOST_VISITS, NO_VISITS, readStored, VISITS, writeStored } from "../browser-storage";

export interface Visit {
  readonly id: string;
  /** The question; what will exist at the end of a session. */
  readonly title: string;
  /** The strongest role, or link, that the browser held. */
  readonly role: string;
  /** Of a board; SESSION for a session. */
  readonly phase: string;
  /** Unix milliseconds. */
  readonly at: number;
  /** Of a session whose recap is shared. */
  readonly recap?: VisitedRecap;
}

export interface VisitedRecap {
  readonly sha256: string;
  readonly verdict: "done" | "nearly" | "another";
  /** Unix milliseconds of the verdict. */
  readonly at: number;
}

/** Stands where a board has its phase. */
export const SESSION = "worksession";

const ID = /^[\w-]{20,64}$/;
/** Code units of a question, which a board holds to 300 characters. */
const LONGEST = 600;

/** The list, the last visit first; null when this browser is to keep none. */
export function visits(storage: Storage | null): readonly Visit[] | null {
  const kept = readStored(VISITS, storage);
  return kept === NO_VISITS ? null : Array.isArray(kept) ? kept.filter(isVisit).slice(0, MOST_VISITS) : [];
}

/** Replaces the list; null: keeps none from now on. Without room for it nothing is kept: the list is only a help. */
export function keep(storage: Storage | null, list: readonly Visit[] | null): void {
  writeStored(VISITS, list?.slice(0, MOST_VISITS) ?? NO_VISITS, storage);
}

export function forget(storage: Storage | null, gone: string): void {
  const list = visits(storage);
  if (list?.some(({ id }) => id === gone)) {
    keep(
      storage,
      list.filter(({ id }) => id !== gone),
    );
  }
}

/** Other versions of this page, or somebody's hand, may have left anything under the key. */
function isVisit(one: unknown): one is Visit {
  if (typeof one !== "object" || one === null) return false;
  const { id, title, role, phase, at } = one as Record<string, unknown>;
  const texts = [title, role, phase].every((text) => typeof text === "string" && text.length <= LONGEST);
  return texts && typeof id === "string" && ID.test(id) && Number.isFinite(at);
}
