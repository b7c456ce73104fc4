/** Where a text that somebody brought along comes to stand. */

import { headings, isUnwritten } from "./headings";

/** What the text becomes, and which part of it is new. */
export interface Placed {
  readonly text: string;
  /** The text stands as it was up to here, in code units; what follows is new. */
  readonly from: number;
}

const bare = (line: string): string => line.replace(/^#{1,6}\s+/, "").trim();

/**
 * A text of nothing but given headings gives way: what was brought has its own title, and those headings stand below it
 * that it lacks. Behind words of somebody it is added. `given`: what will exist, then when it is done.
 */
export function placed(text: string, brought: string, given: readonly string[]): Placed {
  if (!isUnwritten(text, given)) {
    const before = text.trimEnd();
    return { text: `${before}\n\n${brought}\n`, from: before.length };
  }
  const own = headings(brought);
  const titled = own.some(({ level }) => level === 1);
  const known = new Set(own.map(({ words }) => words));
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !known.has(bare(line)));
  const titles = lines.filter((line) => /^#\s/.test(line));
  const others = lines.filter((line) => !/^#\s/.test(line));
  const parts = [...(titled ? [] : titles), brought, ...others];
  return { text: `${parts.join("\n\n")}\n`, from: 0 };
}
