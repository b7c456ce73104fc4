/** A line of Markdown, taken apart: what stands before its words. */

export interface LineParts {
  /** `>` with the spaces around it, of each level */
  readonly quote: string;
  readonly indent: string;
  /** `## ` */
  readonly heading: string;
  /** `- ` or `1. ` */
  readonly marker: string;
  /** `[ ] ` */
  readonly task: string;
  readonly words: string;
}

const LINE = /^((?: {0,3}> ?)*)([ \t]*)(#{1,6}(?:[ \t]+|$))?((?:[-*+]|\d{1,9}[.)])[ \t]+)?(\[[ xX]\](?:[ \t]+|$))?/;

export function parts(text: string): LineParts {
  const [all = "", quote = "", indent = "", heading = "", marker = "", task = ""] = LINE.exec(text) ?? [];
  // Only an item of a list has a box.
  const box = marker ? task : "";
  return { quote, indent, heading, marker, task: box, words: text.slice(all.length - task.length + box.length) };
}
