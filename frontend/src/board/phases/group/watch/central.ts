/** Which ideas tell best what a group is about: those whose words the other ideas of the group share most. */

/** Words of at least this many letters count; shorter ones are mostly articles and the like. */
const SHORTEST = 4;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(new RegExp(`\\p{L}{${SHORTEST},}`, "gu")) ?? []);
}

/** The places of the texts, the most typical first; texts that are as typical as each other keep their order. */
export function central(texts: readonly string[]): number[] {
  const words = texts.map(wordsOf);
  const known = new Map<string, number>();
  for (const word of words.flatMap((all) => [...all])) known.set(word, (known.get(word) ?? 0) + 1);
  const scores = words.map((all) => {
    const shared = [...all].reduce((sum, word) => sum + (known.get(word) ?? 1) - 1, 0);
    // A long text shares more words by its length alone.
    return shared / Math.sqrt(Math.max(1, all.size));
  });
  return texts.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/**
 * The places of the texts that fit into `room` (px) whole, in this order, but first one that fills at least half of it. A
 * text that does not fit makes way for the next.
 */
export function chosen(order: readonly number[], heights: readonly number[], room: number): number[] {
  const height = (at: number | undefined): number => heights[at ?? -1] ?? Number.POSITIVE_INFINITY;
  const large = order.find((at) => height(at) <= room && height(at) >= room / 2);
  const tried = large === undefined ? order : [large, ...order.filter((at) => at !== large)];
  let left = room;
  return tried.filter((at) => {
    if (height(at) > left) return false;
    left -= height(at);
    return true;
  });
}
