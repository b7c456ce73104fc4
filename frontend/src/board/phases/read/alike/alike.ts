/**
 * Which ideas may say the same, so that a person can look at them side by side. Purely lexical, in every script: no
 * dictionary, no stop words, no service.
 */

import type { Entry } from "../pages";

export interface Pair {
  readonly one: string;
  readonly other: string;
  /** 0 to 1 */
  readonly likeness: number;
}

/** More pairs than this nobody compares. */
export const MOST_PAIRS = 20;
/** Beyond this, comparing each with each would hold up the page. */
const MOST_COMPARED = 300;
/** Code points of a text that are compared. */
const MOST_READ = 400;
/** On the statements in `tests/data/polis` what lies below seldom says the same. */
const ALIKE = 0.46;
/** How alike a text and a longer one that contains it are, if it has at least `FEWEST_WORDS`. */
const CONTAINED = 0.88;
const FEWEST_WORDS = 4;
/** Letters by which inflected words are the same: "houses" and "housing" are not, "house" and "houses" are. */
const STEM = 5;

const LATIN_MARKS = /[\u0300-\u036f]/g;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;
/** Scripts that set no blanks between words are compared by pairs of characters. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+$/u;

/** The words of a text without case, accents and punctuation. */
export function wordsOf(text: string): string[] {
  const read = [...text].slice(0, MOST_READ).join("");
  const plain = read.normalize("NFKD").replace(LATIN_MARKS, "").normalize("NFC").toLowerCase();
  return plain.split(BETWEEN_WORDS).filter(Boolean);
}

/** What of a word is compared: its beginning, or its pairs of characters. */
function piecesOf(word: string): string[] {
  const characters = [...word];
  if (!UNSPACED.test(word) || characters.length < 2) return [characters.slice(0, STEM).join("")];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

interface Shape {
  readonly id: string;
  readonly pieces: ReadonlySet<string>;
  /** Numbers and single letters: "Plan A" is never "Plan B". */
  readonly signs: string;
  readonly same: string;
}

function shapeOf({ id, text }: Entry): Shape {
  const words = wordsOf(text);
  const signs = new Set(words.filter((word) => ([...word].length === 1 ? !UNSPACED.test(word) : /\p{N}/u.test(word))));
  return { id, pieces: new Set(words.flatMap(piecesOf)), signs: [...signs].sort().join(" "), same: words.join(" ") };
}

/** The likeliest pairs, the likeliest first; pairs of equal likeness stand in the order of the ideas. */
export function alikePairs(ideas: readonly Entry[], most = MOST_PAIRS): readonly Pair[] {
  const shapes = weighed(ideas.slice(0, MOST_COMPARED).map(shapeOf)).filter(({ pieces }) => pieces.size > 0);
  const found: Pair[] = [];
  shapes.forEach((one, at) => {
    for (let next = at + 1; next < shapes.length; next += 1) {
      const other = shapes[next] as Weighed;
      const likeness = likenessOf(one, other);
      if (likeness >= ALIKE) found.push({ one: one.id, other: other.id, likeness });
    }
  });
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, most);
}

interface Weighed extends Omit<Shape, "pieces"> {
  /** Each piece with its weight: a word that few ideas have says more than one that all have. */
  readonly pieces: ReadonlyMap<string, number>;
  readonly weight: number;
}

function weighed(shapes: readonly Shape[]): readonly Weighed[] {
  const times = new Map<string, number>();
  for (const { pieces } of shapes) for (const piece of pieces) times.set(piece, (times.get(piece) ?? 0) + 1);
  return shapes.map((shape) => {
    const pieces = new Map(
      [...shape.pieces].map((piece) => [piece, Math.log(1 + shapes.length / (times.get(piece) ?? 1))]),
    );
    return { ...shape, pieces, weight: [...pieces.values()].reduce((sum, one) => sum + one, 0) };
  });
}

function likenessOf(one: Weighed, other: Weighed): number {
  if (one.same === other.same) return 1;
  if (one.signs && other.signs && one.signs !== other.signs) return 0;
  const [few, many] = one.pieces.size < other.pieces.size ? [one, other] : [other, one];
  let [shared, common] = [0, 0];
  for (const [piece, weight] of few.pieces) {
    if (!many.pieces.has(piece)) continue;
    shared += weight;
    common += 1;
  }
  if (common < 2) return 0;
  const equal = (2 * shared) / (one.weight + other.weight);
  return few.pieces.size < FEWEST_WORDS
    ? equal
    : Math.max(equal, (CONTAINED * shared) / Math.min(one.weight, other.weight));
}

export interface Part {
  readonly text: string;
  /** The other text has these words, too. */
  readonly common: boolean;
}

/** A text in parts, those that the other one has as well marked. Between two such words a blank is common, too. */
export function commonParts(text: string, other: string): readonly Part[] {
  const theirs = new Set(wordsOf(other).flatMap(piecesOf));
  const split = text.split(/([\p{L}\p{M}\p{N}]+)/u);
  const marks = split.map(
    (part, at) =>
      at % 2 === 1 &&
      wordsOf(part)
        .flatMap(piecesOf)
        .every((piece) => theirs.has(piece)),
  );
  const joined = split.map((_, at) => marks[at] || (at % 2 === 0 && marks[at - 1] === true && marks[at + 1] === true));
  const parts: { text: string; common: boolean }[] = [];
  split.forEach((part, at) => {
    const last = parts.at(-1);
    const common = joined[at] === true;
    if (part === "") return;
    if (last && last.common === common) last.text += part;
    else parts.push({ text: part, common });
  });
  return parts;
}
