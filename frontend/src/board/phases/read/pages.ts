/** Where the pages of Read break, and which idea comes next. Page breaks depend on the texts alone, not on the screen. */

/** An idea as far as a page needs to know it. */
export interface Entry {
  readonly id: string;
  readonly text: string;
}

/** The columns of a page, the lines of a column and the characters of a line. It fits a laptop of 1366 × 768. */
const COLUMNS = 3;
const LINES = 16;
const CHARACTERS = 26;
/** The padding of a card and the gap below it, in lines. */
const AROUND = 2;
/** No more than the big screen shows at once: a page less there would be passed over. */
const MOST = 8;

/** How many lines of a column a card takes. */
function height(text: string): number {
  const lines = text.split("\n").map((line) => Math.max(1, Math.ceil([...line].length / CHARACTERS)));
  return lines.reduce((sum, one) => sum + one, AROUND);
}

/** Pages of whole texts in the order given, the columns filled from top to bottom. A text that fills a column stands alone. */
export function pagesOf<E extends Entry>(ideas: readonly E[]): readonly (readonly E[])[] {
  const pages: E[][] = [];
  let room = { columns: 0, lines: 0 };
  for (const idea of ideas) {
    const needed = height(idea.text);
    const page = pages.at(-1);
    const next = page && page.length < MOST ? placed(room, needed) : null;
    if (page && next) {
      page.push(idea);
      room = next;
      continue;
    }
    pages.push([idea]);
    room = needed > LINES ? { columns: 0, lines: 0 } : { columns: COLUMNS - 1, lines: LINES - needed };
  }
  return pages;
}

/** The room that is left when a card of this height is put on the page; null when it does not fit. */
function placed(room: { columns: number; lines: number }, needed: number): { columns: number; lines: number } | null {
  if (needed <= room.lines) return { ...room, lines: room.lines - needed };
  return room.columns > 0 && needed <= LINES ? { columns: room.columns - 1, lines: LINES - needed } : null;
}

/** The page that holds an idea; the first one when none does. */
export function pageWith<E extends Entry>(pages: readonly (readonly E[])[], id: string | null): number {
  const at = pages.findIndex((page) => page.some((idea) => idea.id === id));
  return Math.max(0, at);
}

/**
 * Where an idea stands among those that can be read. One that was hidden or withdrawn gives its place to the next number.
 */
export function placeAmong(
  ideas: readonly { id: string; number: number | null }[],
  id: string | null,
  number: number,
): number {
  const at = ideas.findIndex((idea) => idea.id === id);
  if (at >= 0) return at;
  const after = ideas.findIndex((idea) => (idea.number ?? 0) >= number);
  return after >= 0 ? after : Math.max(0, ideas.length - 1);
}
