/** Enter in a list or quotation: the next line continues it, and an empty item ends it. */

import type { EditorState, TransactionSpec } from "@codemirror/state";
import { inCode } from "./active";
import { type LineParts, parts } from "./line";

/** What Enter does here; null if it is a plain line break. */
export function continued(state: EditorState): TransactionSpec | null {
  const { empty, head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const start = parts(line.text);
  if (!empty || !(start.quote || start.marker) || inCode(state, head)) return null;
  const words = line.to - start.words.length;
  if (head < words) return null;
  if (start.words.trim() === "" && !start.heading) {
    const insert = start.marker ? start.quote : "";
    return { changes: { from: line.from, to: line.to, insert }, userEvent: "input.format", scrollIntoView: true };
  }
  const insert = `\n${next(start)}`;
  return {
    changes: { from: head, insert },
    selection: { anchor: head + insert.length },
    userEvent: "input.type",
    scrollIntoView: true,
  };
}

/** The start of the line that follows. */
function next({ quote, indent, marker, task }: LineParts): string {
  const number = /^\d+/.exec(marker)?.[0];
  const following = number ? marker.replace(number, String(Number(number) + 1)) : marker;
  return `${quote}${indent}${following}${task ? "[ ] " : ""}`;
}
