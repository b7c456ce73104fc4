/** What is typed over a selection, without the browser's help. */

import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/**
 * Chromium keeps the look of what it deletes by a style attribute, which the content policy reports. CodeMirror would
 * take it out again, so the edit goes to it at once. A composition cannot be stopped, and is left alone.
 */
export const typing: Extension = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { state } = view;
    if (event.inputType !== "insertText" || !event.data || event.isComposing || view.composing) return false;
    if (state.readOnly || state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch({ ...state.replaceSelection(event.data), userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});
