/**
 * How much of each idea the wall shows, and into how many columns that divides a window. Heights and lines are guesses
 * from the length of a text: they only decide where a card goes, never how it is drawn.
 */

export type Density = "full" | "compact" | "names";

export const DENSITIES: readonly Density[] = ["full", "compact", "names"];

/** Boards with more ideas open compact. */
const MOST_FULL = 30;
/** A text of 1,000 characters would fill a column by itself. */
const FULL_LINES = 14;
const COMPACT_LINES = [4, 3, 2] as const;
const FEWEST_LINES = 2;
const PHONE_LINES = 4;

/** In px at a root size of 16 px; `narrowest` is the narrowest column, `beside` what a card has beside its text. */
const FULL = { narrowest: 214, gap: 8, line: 20.4, letter: 7.4, beside: 52, padding: 20 };
const COMPACT = { narrowest: 174, gap: 6, line: 17.5, letter: 6.5, beside: 44, padding: 14 };
/** The name of a group. */
const HEAD = 56;

export function isDensity(kept: unknown): kept is Density {
  return DENSITIES.includes(kept as Density);
}

export function densityFor(ideas: number): Density {
  return ideas > MOST_FULL ? "compact" : "full";
}

export interface Sizes {
  readonly density: Density;
  /** 1 on a phone, where the groups stand over the loose ideas. */
  readonly columns: number;
  /** The most lines of a text before it is cut. */
  readonly lines: number;
  /** What a column shows at once, and how wide it is, in px. */
  readonly room: number;
  readonly width: number;
}

/** Columns and lines for a window. `lengths` are those of all texts on the board, grouped or not. */
export function sizesFor(
  density: Density,
  window: { readonly width: number; readonly room: number; readonly phone?: boolean },
  lengths: readonly number[],
): Sizes {
  const { narrowest, gap } = shapeOf(density);
  const columns = window.phone ? 1 : Math.max(2, Math.floor((window.width + gap) / (narrowest + gap)));
  const width = (window.width - (columns - 1) * gap) / columns;
  const sizes = { density, columns, width, room: window.room, lines: FULL_LINES };
  if (density === "full") return sizes;
  if (window.phone) return { ...sizes, lines: PHONE_LINES };
  const lines = COMPACT_LINES.find((most) => highest({ ...sizes, lines: most }, lengths) <= window.room);
  return { ...sizes, lines: lines ?? FEWEST_LINES };
}

export function sameSizes(one: Sizes, other: Sizes): boolean {
  return (Object.keys(one) as (keyof Sizes)[]).every((key) => one[key] === other[key]);
}

/** The height of a card with a text of this length, with the gap under it. */
export function heightOf(sizes: Sizes, length: number): number {
  const { line, padding, gap } = shapeOf(sizes.density);
  const lines = Math.min(sizes.lines, Math.max(2, linesOf(sizes, length)));
  return lines * line + padding + gap;
}

/** Whether a text of this length is cut on its card. */
export function cutAt(sizes: Sizes, length: number): boolean {
  return linesOf(sizes, length) > sizes.lines;
}

function linesOf(sizes: Sizes, length: number): number {
  const { letter, beside } = shapeOf(sizes.density);
  return Math.ceil(length / Math.max(6, (sizes.width - beside) / letter));
}

/** The height of a group with cards of these heights. */
export function groupHeight(sizes: Sizes, cards: readonly number[]): number {
  return HEAD + (sizes.density === "names" ? 0 : cards.reduce((sum, height) => sum + height, 0));
}

/** The height of the columns over which the cards are spread, the last row included. */
function highest(sizes: Sizes, lengths: readonly number[]): number {
  const heights = lengths.map((length) => heightOf(sizes, length));
  const rows = Math.ceil(heights.length / sizes.columns);
  const mean = heights.reduce((sum, height) => sum + height, 0) / Math.max(1, heights.length);
  return rows * mean;
}

function shapeOf(density: Density) {
  return density === "full" ? FULL : COMPACT;
}
