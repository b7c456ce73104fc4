/** Enter in a list or quotation: the next line continues it, and an empty item ends it. */

import type { EditorState, Line, TransactionSpec } from "@codemirror/state";
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
  if (start.words.trim() === "" && !start.heading) return ended(state, line, start);
  const insert = `\n${next(start)}`;
  return {
    changes: { from: head, insert },
    selection: { anchor: head + insert.length },
    userEvent: "input.type",
    scrollIntoView: true,
  };
}

/** An empty line ends the block: without it what follows would belong to the item before. */
function ended(state: EditorState, line: Line, { quote, marker }: LineParts): TransactionSpec {
  const around = marker ? quote : "";
  const above = line.number > 1 && parts(state.doc.line(line.number - 1).text).words.trim() !== "";
  const insert = above ? `${around.trimEnd()}\n${around}` : around;
  return {
    changes: { from: line.from, to: line.to, insert },
    selection: { anchor: line.from + insert.length },
    userEvent: "input.format",
    scrollIntoView: true,
  };
}

/** The start of the line that follows. */
function next({ quote, indent, marker, task }: LineParts): string {
  const number = /^\d+/.exec(marker)?.[0];
  const following = number ? marker.replace(number, String(Number(number) + 1)) : marker;
  return `${quote}${indent}${following}${task ? "[ ] " : ""}`;
}
