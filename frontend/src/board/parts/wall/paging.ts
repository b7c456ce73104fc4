/** Which ideas stand on which page of the big screen, by their measured heights. All lengths are in px. */

/** A text with the height that it takes in a column. */
export interface Sized {
  readonly id: string;
  readonly height: number;
}

export interface Room {
  readonly columns: number;
  /** The height of a column. */
  readonly height: number;
}

/** A page as its ids in reading order. */
export type Page = readonly string[];

/** Fills columns from top to bottom, in order, with whole texts. Returns where each column ends; the rest does not fit. */
export function filled(texts: readonly Sized[], { columns, height }: Room): Sized[][] {
  const found: Sized[][] = [];
  let at = 0;
  while (found.length < columns && at < texts.length) {
    const column: Sized[] = [];
    let used = 0;
    for (let text = texts[at]; text && used + text.height <= height; text = texts[at]) {
      column.push(text);
      used += text.height;
      at += 1;
    }
    if (column.length === 0) break;
    found.push(column);
  }
  return found;
}

/** Whether all of them stand on one page. */
export function fits(texts: readonly Sized[], room: Room): boolean {
  return filled(texts, room).flat().length === texts.length;
}

/** The columns of one page, as even as they can be without a text that changes its place in the order. */
export function balanced(texts: readonly Sized[], room: Room): Sized[][] {
  const tallest = Math.max(0, ...texts.map((text) => text.height));
  const together = texts.reduce((sum, text) => sum + text.height, 0);
  let [low, high] = [tallest, Math.min(room.height, together)];
  if (!fits(texts, room)) return filled(texts, room);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fits(texts, { ...room, height: middle })) high = middle;
    else low = middle;
  }
  return filled(texts, { ...room, height: fits(texts, { ...room, height: low }) ? low : high });
}

/** Cuts texts into pages. One that is taller than a column has a page of its own. */
export function paged(texts: readonly Sized[], room: Room): Page[] {
  const pages: Page[] = [];
  let rest = texts;
  while (rest.length > 0) {
    const taken = Math.max(1, filled(rest, room).flat().length);
    pages.push(rest.slice(0, taken).map((text) => text.id));
    rest = rest.slice(taken);
  }
  return pages;
}

/**
 * The pages after a change. Breaks stay where they are: a page that no longer holds its texts is cut in itself, one
 * without a text goes, and a new text stands on the page of the text before it. So an idea that was hidden and is shown
 * again is where it was.
 */
export function repaged(before: readonly Page[], texts: readonly Sized[], room: Room): Page[] {
  if (before.length === 0) return paged(texts, room);
  const known = new Map(before.flatMap((page, at) => page.map((id): [string, number] => [id, at])));
  const after: Sized[][] = before.map(() => []);
  let at = 0;
  for (const text of texts) {
    at = known.get(text.id) ?? at;
    after[at]?.push(text);
  }
  return after.flatMap((page) => paged(page, room));
}

/** The page that holds an id; the first one for an id that stands on none. */
export function pageOf(pages: readonly Page[], id: string | null): number {
  const at = id === null ? 0 : pages.findIndex((page) => page.includes(id));
  return Math.max(0, at);
}
