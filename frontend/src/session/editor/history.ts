/** Undo and redo of what was written here; the words of others stay. */

import type { Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import * as Y from "yjs";

/** A pause of so long (ms) begins another step. */
const PAUSE = 600;

export class History {
  readonly #manager: Y.UndoManager;

  constructor(text: Y.Text, origin: object) {
    this.#manager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: PAUSE });
  }

  /** Whether a Yjs transaction of this origin takes a step back or forth. */
  readonly is = (origin: unknown): boolean => origin === this.#manager;

  /** The next edit is a step of its own. */
  split(): void {
    this.#manager.stopCapturing();
  }

  undo(): void {
    this.#manager.undo();
  }

  redo(): void {
    this.#manager.redo();
  }

  close(): void {
    this.#manager.destroy();
  }
}

/** Keys and menus that take a step. */
export function historyKeys(history: History): Extension {
  const run = (step: () => void) => (view: EditorView) => {
    if (!view.state.readOnly) step();
    return true;
  };
  const undo = run(() => history.undo());
  const redo = run(() => history.redo());
  return [
    keymap.of([
      { key: "Mod-z", run: undo, shift: redo, preventDefault: true },
      { key: "Mod-y", mac: "Mod-Shift-z", run: redo, preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      // The menus of browsers, and a shaken phone.
      beforeinput: (event, view) => {
        const step = { historyUndo: undo, historyRedo: redo }[event.inputType];
        if (!step) return false;
        event.preventDefault();
        return step(view);
      },
    }),
  ];
}
