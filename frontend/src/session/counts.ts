/** How much was written. */

const LINK_TARGET = /\]\([^()\s]*\)/g;
const ADDRESS = /https?:\/\/\S+/g;

/** The number of words of a Markdown text, in any script. Marks and the addresses of links are none. */
export function wordsOf(text: string): number {
  const read = text.replace(LINK_TARGET, "]").replace(ADDRESS, "");
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(read)) {
    if (isWordLike) words += 1;
  }
  return words;
}
