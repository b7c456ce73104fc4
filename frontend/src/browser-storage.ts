/**
 * Every key under which this site keeps something in a browser, and how it is read and written: as JSON.
 *
 * A key never changes its name, since browsers would lose what they hold under the old one. Every page loads this module,
 * so it imports nothing.
 */

/** A place for one value. `local`: shared by all tabs of the browser, and lasting. `session`: ends with its tab. */
export interface Slot {
  readonly area: "local" | "session";
  readonly key: string;
}

/** The boards and sessions that this browser was on, the last visit first, or NO_VISITS. */
export const VISITS: Slot = { area: "local", key: "shortlist:boards" };
/** In place of the list, when the person wants none. */
export const NO_VISITS = "off";
/** Older visits are dropped. */
export const MOST_VISITS = 50;

/** What was typed into the form of the start page. */
export const START_FORM: Slot = { area: "session", key: "shortlist:home" };

/** The name by which this browser joined its last work session. */
export const LAST_NAME: Slot = { area: "local", key: "shortlist:name" };

/** When the last two work sessions of one person began and ended in this browser, and how long they were to be. */
export const LAST_ALONE: Slot = { area: "local", key: "shortlist:alone" };

/**
 * What a browser keeps of one board. A facilitator's: the draft of the decision, `aside` one that made way for another
 * facilitator's wording, and the options picked for the shortlist. Anybody's: how dense the wall is, and which merges
 * were made here.
 */
export function ofBoard(board: string, what: "decision" | "aside" | "picks" | "density" | "merges"): Slot {
  return { area: "local", key: `shortlist:${what}:${board}` };
}

/**
 * What a browser keeps for one role on a board. `link-kept`: the facilitator said that their link is kept. `different`:
 * pairs of ideas that the facilitator took for different. `order/2`: a random number from which the ballot of round 2 takes
 * its order, so that it is the same again after a reload; it says nothing of the person and is never sent.
 */
export function ofRole(
  board: string,
  role: "facilitate" | "participate",
  what: "link-kept" | "different" | `order/${number}`,
): Slot {
  return { area: "local", key: prefixOf(board, role) + what };
}

/** The groups in each column of the wall, for a number of columns. */
export function wallColumns(board: string, columns: number): Slot {
  return { area: "session", key: `columns:${board}:${columns}` };
}

/** The numbers of the ideas that were opened in Read in this tab. */
export function readMarks(board: string): Slot {
  return { area: "session", key: `read:${board}` };
}

/**
 * The work session that this tab left for the board of one of its items, on a device without tabs beside each other; ""
 * until the board is known. It is never sent.
 */
export function wayBackFrom(board: string): Slot {
  return { area: "session", key: `shortlist:way-back:${board}` };
}

/**
 * What a `Store` keeps of one board or work session in local storage begins with this. Each role of a board has a prefix
 * of its own: own ideas and ballots stay off a facilitator's page, which may be projected. So has each link of a session;
 * what somebody wrote into its text has the prefix "text", by whichever link they came.
 */
export function prefixOf(document: string, role: string): string {
  return `shortlist/${document}/${role}/`;
}

// Keys behind these prefixes; those that end with "/" go on with an id or a number.
export const OWN_IDEA = "idea/";
export const OUTBOX = "out/";
export const DRAFT = "draft";
export const PASTED = "pasted";
export const BALLOT = "ballot/";
export const RECEIPT = "receipt/";
/** The run of the server that the page has last compared itself with. */
export const RUN = "run";
/** The version for which the page has last reloaded itself. */
export const RELOADED = "reloaded";
/** Parts of what was typed into the text and is not committed. */
export const UNCOMMITTED = "uncommitted/";
/** What the text does not have and its author can copy. */
export const OWN_WORDS = "words/";
/** Whether the clock of a session makes a sound in this browser. */
export const TONE = "tone";

/** A pattern for the vote codes of all boards. */
export const ANY_RECEIPT = "^shortlist/[^/]+/[a-z]+/receipt/\\d+$";

/** The local storage; null where the browser forbids it, which throws at the mere mention. */
export function localArea(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** The value in a slot; null when there is none, or none that can be read. */
export function readStored(slot: Slot, area?: Storage | null): unknown {
  try {
    return JSON.parse(areaOf(slot, area)?.getItem(slot.key) ?? "null");
  } catch {
    return null;
  }
}

/** Stores a value, or removes it when it is null; false when the storage is full or forbidden. */
export function writeStored(slot: Slot, value: unknown, area?: Storage | null): boolean {
  try {
    const storage = areaOf(slot, area);
    if (value === null) storage?.removeItem(slot.key);
    else storage?.setItem(slot.key, JSON.stringify(value));
    return storage !== null;
  } catch {
    return false;
  }
}

function areaOf({ area }: Slot, given: Storage | null | undefined): Storage | null {
  if (given !== undefined) return given;
  return area === "local" ? localStorage : sessionStorage;
}
