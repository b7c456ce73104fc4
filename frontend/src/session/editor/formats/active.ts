/** Which formats the text has at the cursor. */

import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import type { Format } from "./format";
import { parts } from "./line";

/** The node of each format that stands within a line. */
const NODES = { bold: "StrongEmphasis", italic: "Emphasis", link: "Link" } as const;

export type InlineFormat = keyof typeof NODES;

/** The innermost part with this format around a range. */
export function around(state: EditorState, format: InlineFormat, from: number, to: number): SyntaxNode | null {
  const tree = syntaxTree(state);
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(from, side); node; node = node.parent)
      if (node.name === NODES[format] && node.from <= from && node.to >= to) return node;
  }
  return null;
}

/** Whether a position is within code, where marks are letters. */
export function inCode(state: EditorState, at: number): boolean {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(at, -1); node; node = node.parent)
    if (/^(FencedCode|CodeBlock|InlineCode)$/.test(node.name)) return true;
  return false;
}

export function activeFormats(state: EditorState): ReadonlySet<Format> {
  const { from, to, head } = state.selection.main;
  const found = new Set<Format>();
  for (const format of Object.keys(NODES) as InlineFormat[]) if (around(state, format, from, to)) found.add(format);
  if (inCode(state, head)) return found;
  const { quote, heading, marker, task } = parts(state.doc.lineAt(head).text);
  if (quote) found.add("quote");
  if (heading) found.add("heading");
  if (task) found.add("checklist");
  else if (marker) found.add("list");
  return found;
}
