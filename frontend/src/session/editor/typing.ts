/** What is typed over a selection, without the browser's help. */

import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/**
 * Chromium keeps the look of what it deletes by a style attribute, which the content policy reports. CodeMirror would
 * take it out again, so the edit goes to it at once. A composition cannot be stopped, and is left alone.
 */
export const typing: Extension = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    if (event.inputType !== "insertText" || !event.data || event.isComposing || view.composing) return false;
    const selected = selection(view);
    if (view.state.readOnly || selected === null) return false;
    event.preventDefault();
    view.dispatch({
      changes: { ...selected, insert: event.data },
      selection: { anchor: selected.from + event.data.length },
      userEvent: "input.type",
      scrollIntoView: true,
    });
    return true;
  },
});

/** What is typed over; null for nothing. A key may come before the event that tells CodeMirror of a new selection. */
function selection(view: EditorView): { readonly from: number; readonly to: number } | null {
  const { from, to, empty } = view.state.selection.main;
  if (!empty) return { from, to };
  // Only Chromium has this for a shadow root.
  const { anchorNode, anchorOffset, focusNode, focusOffset } = (view.root as Document).getSelection?.() ?? {};
  if (!inside(view, anchorNode) || !inside(view, focusNode)) return null;
  const anchor = view.posAtDOM(anchorNode, anchorOffset);
  const head = view.posAtDOM(focusNode, focusOffset);
  return anchor === head ? null : { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

function inside(view: EditorView, node: Node | null | undefined): node is Node {
  return node instanceof Node && view.contentDOM.contains(node);
}
