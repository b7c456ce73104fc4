/** A Word document as Markdown. A chunk of its own: 100 kB gzip that few people load. */

import mammoth, { type Element } from "mammoth/mammoth.browser.min.js";
import { say } from "../../../words/say";
import { documentMarkdown } from "../html/markdown-of";
import type { Brought } from "../types";

/** What a text has no place for. */
const KINDS = ["pictures", "comments", "footnotes", "formulas"] as const;

type Kind = (typeof KINDS)[number];

const TYPES: Readonly<Record<string, Kind>> = {
  image: "pictures",
  commentReference: "comments",
  noteReference: "footnotes",
};

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p > em:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
];

export async function fromWord(bytes: ArrayBuffer): Promise<Brought> {
  const counts = new Map<Kind, number>();
  const count = (kind: Kind): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const bare = (element: Element): Element => {
    if (!element.children) return element;
    const children = element.children.filter(({ type }) => {
      const kind = TYPES[type];
      if (kind) count(kind);
      return !kind;
    });
    return { ...element, children: children.map(bare) };
  };
  const { value, messages } = await mammoth.convertToHtml(
    { arrayBuffer: bytes },
    { styleMap: STYLES, transformDocument: bare },
  );
  for (const { message } of messages) if (/\/math[}"]|\bm:oMath/.test(message)) count("formulas");
  return {
    markdown: documentMarkdown(value),
    leftOut: KINDS.flatMap((kind) => {
      const number = counts.get(kind);
      return number ? [say(`editor-left-${kind}`, { count: number })] : [];
    }),
  };
}
