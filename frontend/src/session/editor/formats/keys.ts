/** Formats by the keyboard. Tab is not among them: it leaves the editor. */

import type { EditorState, Extension, TransactionSpec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { toggleBlock, toggleBox } from "./blocks";
import { continued } from "./enter";
import { FORMATS, type Format, KEYS } from "./format";
import { toggleLink, toggleMarks } from "./inline";

export function toggled(state: EditorState, format: Format): TransactionSpec {
  if (format === "bold" || format === "italic") return toggleMarks(state, format);
  return format === "link" ? toggleLink(state) : toggleBlock(state, format);
}

/** Runs an edit of the state; true if there is one. */
const run =
  (edit: (state: EditorState) => TransactionSpec | null) =>
  (view: EditorView): boolean => {
    const spec = view.state.readOnly ? null : edit(view.state);
    if (spec) view.dispatch(spec);
    return spec !== null;
  };

export function formatKeys(): Extension {
  return [
    keymap.of([
      ...FORMATS.map((format) => ({
        key: KEYS[format],
        run: run((state) => toggled(state, format)),
        preventDefault: true,
      })),
      { key: "Enter", run: run(continued) },
      { key: "Mod-Enter", run: run((state) => toggleBox(state, state.selection.main.head)) },
    ]),
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        const box = event.button === 0 && event.target instanceof Element && event.target.closest(".box");
        if (!box || !run((state) => toggleBox(state, view.posAtDOM(box)))(view)) return false;
        event.preventDefault();
        return true;
      },
    }),
  ];
}
