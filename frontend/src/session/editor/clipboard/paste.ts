/** Paste and drop: formatted text becomes Markdown, files go to the page. */

import type { EditorState, Extension, TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { cleaned } from "../binding/clean";
import { inCode } from "../formats/active";
import { isAddress, linked } from "../formats/inline";
import { parts } from "../formats/line";

/** The marks that begin a block. */
const BLOCK = /^(?:#{1,6} |[-*+] |\d+\. |> |```|\||---$)/;

const ITEM = /^(?:[-*+]|\d+\.) /;

export const PASTED = { userEvent: "input.paste", scrollIntoView: true } as const;

/** What makes Markdown of formatted text; null if its plain text says as much. */
export type Converter = (html: string) => string | null;

let converter: Converter | undefined;

/** Loads the converter, a chunk of its own: the editor is usable without it. */
export async function loadConverter(): Promise<Converter> {
  converter ??= (await import("../html/markdown-of")).markdownOf;
  return converter;
}

/** `onFiles` gets files that were pasted or dropped. */
export function pasting(onFiles: (files: readonly File[]) => void): Extension {
  return EditorView.domEventHandlers({
    paste: (event, view) => {
      if (!event.clipboardData || view.state.readOnly) return false;
      const taken = paste(view, event.clipboardData, onFiles);
      if (taken) event.preventDefault();
      return taken;
    },
    drop: (event, view) => {
      if (!event.dataTransfer?.files.length) return false;
      event.preventDefault();
      if (!view.state.readOnly) onFiles([...event.dataTransfer.files]);
      return true;
    },
  });
}

/** Whether the editor has nothing left to do. The clipboard can be read now and not later. */
function paste(view: EditorView, data: DataTransfer, onFiles: (files: readonly File[]) => void): boolean {
  const link = pastedLink(view.state, data);
  const html = link ? "" : formatted(view.state, data);
  const plain = data.getData("text/plain");
  const files = [...data.files];
  if (link) view.dispatch(link);
  else if (html && !converter) void pasteLater(view, html, plain);
  else if (!insert(view, (html && converter?.(html)) || null)) {
    // Word and tables put a picture of the text beside it.
    if (files.length === 0 || plain) return false;
    onFiles(files);
  }
  return true;
}

/** Without the converter, as in a page that is offline, the plain text is as good. */
async function pasteLater(view: EditorView, html: string, plain: string): Promise<void> {
  const convert = await loadConverter().catch(() => () => null);
  if (view.state.readOnly || insert(view, convert(html))) return;
  view.dispatch({ ...view.state.replaceSelection(cleaned(plain)), ...PASTED });
}

function insert(view: EditorView, markdown: string | null): boolean {
  if (markdown) view.dispatch(inserted(view.state, markdown));
  return markdown !== null;
}

/** The edit for an address that is pasted over words; null for anything else. */
export function pastedLink(state: EditorState, data: Pick<DataTransfer, "getData">): TransactionSpec | null {
  const { from, to, empty } = state.selection.main;
  const address = data.getData("text/plain").trim();
  const words = state.sliceDoc(from, to);
  if (empty || inCode(state, from) || !isAddress(address) || words.includes("\n")) return null;
  const end = from + words.length + address.length + 4;
  return { ...linked(from, to, words, address), ...PASTED, selection: { anchor: end } };
}

/** The formatted text of the clipboard; "" where its plain text is what should be pasted. */
export function formatted(state: EditorState, data: Pick<DataTransfer, "getData" | "types">): string {
  // Editors of code put colours there, and their plain text is exact.
  if (inCode(state, state.selection.main.from) || data.types.includes("vscode-editor-data")) return "";
  return data.getData("text/html");
}

/** The edit that puts Markdown in place of the selection; blocks stand apart from the words around them. */
export function inserted(state: EditorState, markdown: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const text = cleaned(markdown);
  if (!text.includes("\n") && !BLOCK.test(text)) {
    return { changes: { from, to, insert: text }, selection: { anchor: from + text.length }, ...PASTED };
  }
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)];
  const { quote, words } = parts(state.sliceDoc(first.from, from));
  // Blocks take the place of an item that nothing stands in.
  const start = words.trim() === "" ? first.from + quote.length : from;
  const before = start === from && words.trim() !== "" ? "\n\n" : gap(state, first.number - 1, text);
  const after = state.sliceDoc(to, last.to).trim() === "" ? gap(state, last.number + 1, text) : "\n\n";
  const anchor = start + before.length + text.length;
  return { changes: { from: start, to, insert: before + text + after }, selection: { anchor }, ...PASTED };
}

/** What keeps a pasted block apart from a line beside it: nothing if that is empty, or both are of one list. */
function gap(state: EditorState, number: number, text: string): string {
  if (number < 1 || number > state.doc.lines) return "";
  const { marker, words } = parts(state.doc.line(number).text);
  return words.trim() === "" || (marker !== "" && ITEM.test(text)) ? "" : "\n";
}
