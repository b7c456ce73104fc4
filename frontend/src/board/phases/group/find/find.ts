/** The find box: every word typed must occur in an idea, in any order, whatever the case and the accents. */

export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export interface Query {
  readonly words: readonly string[];
  /** "12" or "#12" asks for the idea with this number. */
  readonly number: number | null;
}

export function asked(text: string): Query | null {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const number = words.length === 1 ? /^#?(\d{1,6})$/.exec(words[0] as string) : null;
  return { words, number: number ? Number(number[1]) : null };
}

export function matches(query: Query, text: string, number: number | null = null): boolean {
  if (query.number !== null && number === query.number) return true;
  const hay = folded(text);
  return query.words.every((word) => hay.includes(word));
}
