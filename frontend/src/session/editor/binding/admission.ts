/** Judges each edit that is made here before it enters the text: cleans what it inserts, and refuses what is too much. */

import { EditorSelection, EditorState, type Extension, type Text, Transaction } from "@codemirror/state";
import { cleaned, withinPair } from "./clean";
import { fromShared } from "./shared";

/** `most`: how many code points the text may hold. `refused` is called for an edit that would exceed it. */
export function admission(most: number, refused: () => void): Extension {
  return EditorState.transactionFilter.of((edit) => {
    if (!edit.docChanged || edit.annotation(fromShared)) return edit;
    const admitted = cleanEdit(edit);
    const { newDoc } = admitted ? edit.startState.update({ ...admitted, filter: false }) : edit;
    const grows = newDoc.length > edit.startState.doc.length;
    if (grows && newDoc.length > most && points(newDoc) > most) {
      refused();
      return [];
    }
    return admitted ?? edit;
  });
}

/** The edit with only such characters as may stand in the text; null if it has no others. */
function cleanEdit(edit: Transaction) {
  const { doc } = edit.startState;
  const changes: { from: number; to: number; insert: string }[] = [];
  let clean = true;
  edit.changes.iterChanges((fromA, toA, _from, _to, inserted) => {
    // Yjs replaces both halves of a surrogate pair that an edit separates, so an edit takes whole pairs.
    const from = withinPair(doc, fromA) ? fromA - 1 : fromA;
    const to = withinPair(doc, toA) ? toA + 1 : toA;
    const wanted = doc.sliceString(from, fromA) + inserted.toString() + doc.sliceString(toA, to);
    const insert = cleaned(wanted);
    clean &&= insert === wanted && from === fromA && to === toA;
    changes.push({ from, to, insert });
  });
  if (clean) return null;
  const set = edit.startState.changes(changes);
  const event = edit.annotation(Transaction.userEvent);
  return {
    changes: set,
    selection: EditorSelection.cursor(set.mapPos(edit.startState.selection.main.to, 1)),
    effects: edit.effects,
    scrollIntoView: edit.scrollIntoView,
    ...(event === undefined ? {} : { userEvent: event }),
  };
}

function points(text: Text): number {
  let count = 0;
  for (const part of text.iter()) for (const _ of part) count += 1;
  return count;
}
