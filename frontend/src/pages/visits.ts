/**
 * The boards that this browser was on, as the start page lists them: ids and what stood on their pages. No tokens: what
 * lets a browser in is the cookie of the board. The pages of boards write the list (`note-visit.ts`).
 */

export interface Visit {
  readonly id: string;
  /** The question. */
  readonly title: string;
  /** The strongest role that the browser held. */
  readonly role: string;
  readonly phase: string;
  /** Unix milliseconds. */
  readonly at: number;
}

/** More than these are forgotten, those of long ago first. */
export const MOST = 50;
export const KEY = "shortlist:boards";
/** Kept in place of the list by whoever wants none. */
const OFF = "off";
const ID = /^[\w-]{20,64}$/;
/** Code units of a question, which a board holds to 300 characters. */
const LONGEST = 600;

/** A browser that forbids the storage throws at the mere mention of it. */
export function local(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** The list, the last visit first; null when this browser is to keep none. */
export function visits(storage: Storage | null): readonly Visit[] | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? "[]");
    return kept === OFF ? null : Array.isArray(kept) ? kept.filter(isVisit).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Replaces the list; null: keeps none from now on. */
export function keep(storage: Storage | null, list: readonly Visit[] | null): void {
  try {
    storage?.setItem(KEY, JSON.stringify(list?.slice(0, MOST) ?? OFF));
  } catch {
    // A full or forbidden storage: the list is only a help.
  }
}

export function forget(storage: Storage | null, board: string): void {
  const list = visits(storage);
  if (list?.some(({ id }) => id === board)) {
    keep(
      storage,
      list.filter(({ id }) => id !== board),
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
