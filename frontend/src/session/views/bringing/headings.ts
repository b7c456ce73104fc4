/** The headings of a text that the server has not read yet. */

import type { Heading } from "../../../worksession.generated";

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;

/** The headings of a Markdown text, without those in fenced code; twin of `rules/writing.py`. */
export function headings(text: string): Heading[] {
  const found: Heading[] = [];
  let fence = "";
  for (const row of text.split("\n")) {
    const mark = FENCE.exec(row)?.[1] ?? "";
    if (fence) {
      if (mark.startsWith(fence) && row.trim() === mark) fence = "";
    } else if (mark) {
      fence = mark;
    } else {
      const start = HEADING.exec(row);
      if (start) found.push({ words: bare(row.slice(start[0].length)), level: start[1]?.length ?? 1 });
    }
  }
  return found.filter(({ words }) => words !== "");
}

/** Markdown lets a heading end with marks, too. */
function bare(words: string): string {
  const inner = words.trim();
  const end = inner.replace(/#+$/, "");
  return end === inner || (end !== "" && !/[ \t]$/.test(end)) ? inner : end.trim();
}

const oneLine = (text: string): string => text.split(/\s+/).filter(Boolean).join(" ");

/** Whether nothing stands in the text but headings that it was given: what will exist, and when it is done. */
export function isUnwritten(text: string, given: readonly string[]): boolean {
  const own = new Set(given.map(oneLine));
  return text.split("\n").every((row) => {
    const start = HEADING.exec(row);
    return row.trim() === "" || (start !== null && own.has(bare(row.slice(start[0].length))));
  });
}
