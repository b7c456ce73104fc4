/** Formats of whole lines: heading, list, checklist and quote. */

import type { EditorState, Line, TransactionSpec } from "@codemirror/state";
import { type LineParts, parts } from "./line";

export type BlockFormat = "heading" | "list" | "checklist" | "quote";

/** A text has one title, so its parts are of the second level. */
const HEADING = "## ";

const has: Readonly<Record<BlockFormat, (line: LineParts) => boolean>> = {
  heading: ({ heading }) => heading !== "",
  list: ({ marker, task }) => marker !== "" && task === "",
  checklist: ({ task }) => task !== "",
  quote: ({ quote }) => quote !== "",
};

/** The line's start with the format; its words follow. */
const put: Readonly<Record<BlockFormat, (line: LineParts) => string>> = {
  heading: ({ quote }) => quote + HEADING,
  list: ({ quote, indent, marker }) => `${quote}${indent}${marker || "- "}`,
  checklist: ({ quote, indent, marker }) => `${quote}${indent}${marker || "- "}[ ] `,
  quote: ({ quote, indent, heading, marker, task }) => `> ${quote}${indent}${heading}${marker}${task}`,
};

/** The line's start without it. */
const take: Readonly<Record<BlockFormat, (line: LineParts) => string>> = {
  heading: ({ quote, indent }) => quote + indent,
  list: ({ quote }) => quote,
  checklist: ({ quote }) => quote,
  quote: ({ quote, indent, heading, marker, task }) =>
    `${quote.replace(/^ {0,3}> ?/, "")}${indent}${heading}${marker}${task}`,
};

/** Puts a format on the selected lines; takes it off if all of them have it. */
export function toggleBlock(state: EditorState, format: BlockFormat): TransactionSpec {
  const lines = selectedLines(state).map((line) => ({ line, start: parts(line.text) }));
  const written = lines.filter(({ line }) => line.text.trim() !== "");
  // Within a quotation empty lines belong to it; on a single one somebody is about to write.
  const aim = format === "quote" || written.length === 0 ? lines : written;
  const on = written.length > 0 && written.every(({ start }) => has[format](start));
  const changes = aim
    .filter(({ start }) => !on || has[format](start))
    .map(({ line, start }) => {
      const insert = (on ? take : put)[format](start);
      return { from: line.from, to: line.to - start.words.length, insert };
    });
  const set = state.changes(changes);
  return {
    changes: set,
    selection: state.selection.map(set, 1),
    userEvent: "input.format",
    scrollIntoView: true,
  };
}

function selectedLines(state: EditorState): Line[] {
  const { from, to } = state.selection.main;
  const last = state.doc.lineAt(to);
  // A selection that ends at the start of a line does not reach into it.
  const until = last.from === to && to > from ? last.number - 1 : last.number;
  const found: Line[] = [];
  for (let number = state.doc.lineAt(from).number; number <= until; number += 1) found.push(state.doc.line(number));
  return found;
}

/** Ticks the box in the line of a position, or takes the tick away; null if it has none. */
export function toggleBox(state: EditorState, at: number): TransactionSpec | null {
  const line = state.doc.lineAt(at);
  const { quote, indent, marker, task } = parts(line.text);
  if (!task) return null;
  const from = line.from + quote.length + indent.length + marker.length + 1;
  return { changes: { from, to: from + 1, insert: task[1] === " " ? "x" : " " }, userEvent: "input.format" };
}
