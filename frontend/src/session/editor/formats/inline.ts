/** Formats within a line: bold, italic and link. */

import { type ChangeSpec, EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import { around } from "./active";
import { parts } from "./line";

const MARKS = { bold: "**", italic: "*" } as const;
/** Where an address goes: selected, so that typing or pasting replaces it. */
const ADDRESS = "https://";

const ADDRESSES = /^(https?:\/\/|mailto:)\S+$/i;

/** Whether a text is the address of a link, and nothing else. */
export const isAddress = (text: string): boolean => ADDRESSES.test(text);

/** Puts marks around the selection, or the word at the cursor; takes them away where they are. */
export function toggleMarks(state: EditorState, format: keyof typeof MARKS): TransactionSpec {
  const mark = MARKS[format];
  const range = state.selection.main;
  const node = around(state, format, range.from, range.to);
  if (node) {
    const outer = [node.from, node.to - mark.length].map((from) => ({ from, to: from + mark.length }));
    return edited(state, outer);
  }
  const { from, to } = range.empty ? (state.wordAt(range.head) ?? range) : range;
  if (from === to) return emptyMarks(state, from, mark);
  return edited(
    state,
    wrapped(state, from, to).flatMap(([start, end]) => [
      { from: start, insert: mark },
      { from: end, insert: mark },
    ]),
  );
}

/** The cursor goes between two marks; pressed once more, they go. */
function emptyMarks(state: EditorState, at: number, mark: string): TransactionSpec {
  const [from, to] = [at - mark.length, at + mark.length];
  const between = from >= 0 && state.sliceDoc(from, to) === mark + mark;
  return between
    ? { changes: { from, to }, userEvent: "input.format" }
    : {
        changes: { from: at, insert: mark + mark },
        selection: { anchor: at + mark.length },
        userEvent: "input.format",
      };
}

/** The words of each line in a range: marks reach neither over a line's start nor over spaces at the ends. */
function wrapped(state: EditorState, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  for (let line = state.doc.lineAt(from); line.from <= to; line = state.doc.line(line.number + 1)) {
    const start = Math.max(from, line.to - parts(line.text).words.length);
    const text = state.sliceDoc(start, Math.min(to, line.to));
    const first = start + text.length - text.trimStart().length;
    if (text.trim()) found.push([first, first + text.trim().length]);
    if (line.number === state.doc.lines) break;
  }
  return found;
}

function edited(state: EditorState, changes: ChangeSpec[]): TransactionSpec {
  const set = state.changes(changes);
  const { anchor, head, empty } = state.selection.main;
  // The selection keeps its words: its start moves over a new mark, its end does not.
  const at = (position: number, assoc: number) => set.mapPos(position, assoc);
  const selection = empty
    ? EditorSelection.cursor(at(head, -1))
    : EditorSelection.range(at(anchor, anchor < head ? 1 : -1), at(head, anchor < head ? -1 : 1));
  return { changes: set, selection, userEvent: "input.format", scrollIntoView: true };
}

/** Makes a link of the selection, or of the word at the cursor; of a link its words. */
export function toggleLink(state: EditorState): TransactionSpec {
  const range = state.selection.main;
  const node = around(state, "link", range.from, range.to);
  if (node) {
    const marks = node.getChildren("LinkMark");
    const close = marks[1];
    if (close)
      return edited(state, [
        { from: node.from, to: node.from + 1 },
        { from: close.from, to: node.to },
      ]);
  }
  const { from, to } = range.empty ? (state.wordAt(range.head) ?? range) : range;
  const words = state.sliceDoc(from, to).replaceAll("\n", " ");
  if (isAddress(words)) return linked(from, to, "", words);
  return linked(from, to, words, ADDRESS);
}

/** The link, with what is missing selected: its words or its address. */
export function linked(from: number, to: number, words: string, address: string): TransactionSpec {
  const insert = `[${words}](${address})`;
  const start = from + words.length + 3;
  const missing = words === "" ? { anchor: from + 1 } : { anchor: start, head: start + address.length };
  return { changes: { from, to, insert }, selection: missing, userEvent: "input.format", scrollIntoView: true };
}
