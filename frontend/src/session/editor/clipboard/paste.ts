/** Paste and drop: formatted text becomes Markdown, files go to the page. */

import type { EditorState, Extension, TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { cleaned } from "../binding/clean";
import { inCode } from "../formats/active";
import { isAddress, linked } from "../formats/inline";
import { parts } from "../formats/line";
import { markdownOf } from "../html/markdown-of";

/** The marks that begin a block. */
const BLOCK = /^(?:#{1,6} |[-*+] |\d+\. |> |```|\||---$)/;

const ITEM = /^(?:[-*+]|\d+\.) /;

export const PASTED = { userEvent: "input.paste", scrollIntoView: true } as const;

/** `onFiles` gets files that were pasted or dropped. */
export function pasting(onFiles: (files: readonly File[]) => void): Extension {
  const take = (event: Event, data: DataTransfer | null, view: EditorView): boolean => {
    if (!data || view.state.readOnly) return false;
    const files = [...data.files];
    // Word and tables put a picture of the text beside it.
    const spec = pasted(view.state, data);
    if (!spec && (files.length === 0 || data.getData("text/plain"))) return false;
    event.preventDefault();
    if (spec) view.dispatch(spec);
    else onFiles(files);
    return true;
  };
  return EditorView.domEventHandlers({
    paste: (event, view) => take(event, event.clipboardData, view),
    drop: (event, view) => {
      if (!event.dataTransfer?.files.length) return false;
      event.preventDefault();
      if (!view.state.readOnly) onFiles([...event.dataTransfer.files]);
      return true;
    },
  });
}

/** The edit for what is on the clipboard; null if its plain text is what should be pasted. */
export function pasted(state: EditorState, data: Pick<DataTransfer, "getData" | "types">): TransactionSpec | null {
  const { from, to, empty } = state.selection.main;
  if (inCode(state, from)) return null;
  const address = data.getData("text/plain").trim();
  const words = state.sliceDoc(from, to);
  if (!empty && isAddress(address) && !words.includes("\n")) {
    const end = from + words.length + address.length + 4;
    return { ...linked(from, to, words, address), ...PASTED, selection: { anchor: end } };
  }
  // Editors of code put colours there, and their plain text is exact.
  const html = data.types.includes("vscode-editor-data") ? "" : data.getData("text/html");
  const markdown = html && markdownOf(html);
  return markdown ? inserted(state, markdown) : null;
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
