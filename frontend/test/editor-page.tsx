/** The editor with one other person, whose text is a replica: what is done to it arrives here as over the network. */

import "../src/styles/session-sheets";
import { signal } from "@preact/signals";
import { render } from "preact";
import * as Y from "yjs";
import { copyFormatted } from "../src/kit/copy-formatted";
import { bring } from "../src/session/editor/bring/bring";
import { openEditor } from "../src/session/editor/open-editor";
import { EditorTools } from "../src/session/editor/tools/editor-tools";
import type { OthersCursor } from "../src/session/editor/types";
import { addWords, type Messages } from "../src/words/say";

declare const EDITOR_WORDS: Messages;
addWords("editor", EDITOR_WORDS);

const own = new Y.Doc();
const theirs = new Y.Doc();
const text = own.getText("artifact");
const their = theirs.getText("artifact");

function follow(from: Y.Doc, to: Y.Doc): void {
  from.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "network") Y.applyUpdate(to, update, "network");
  });
}
follow(own, theirs);
follow(theirs, own);

const others = signal<readonly OthersCursor[]>([]);
const page = {
  tooLong: 0,
  shown: null as unknown,
  text: () => [text.toString(), their.toString()],
  write: (at: number, words: string) => their.insert(at, words),
  /** Ben's cursor stands before an index of the text. */
  ben: (index: number) => {
    const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(their, index, -1));
    others.value = [{ client: 1, person: "ben", name: "Ben <b>", colour: 1, anchor: at, head: at }];
  },
  editor: openEditor(document.querySelector("main") as HTMLElement, {
    text,
    most: 200_000,
    onTooLong: () => {
      page.tooLong += 1;
    },
    setCursor: (cursor) => {
      page.shown = cursor;
    },
    others,
  }),
  copyFormatted,
  bring,
};
Object.assign(window, { page });
render(<EditorTools editor={page.editor} />, document.querySelector("footer") as HTMLElement);
