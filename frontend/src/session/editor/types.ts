/** What the editor of the text takes from the page, and what it gives back. */

import type { ReadonlySignal } from "@preact/signals";
import type * as Y from "yjs";
import type { Format } from "./formats/format";

/** The cursor of this page, as relative positions in JSON. */
export interface OwnCursor {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** The cursor of somebody else. Its positions come from the wire, name and colour from the session's people. */
export interface OthersCursor extends OwnCursor {
  /** The Yjs client: a person may be here twice. */
  readonly client: number;
  /** The id in the session's people. */
  readonly person: string;
  readonly name: string;
  /** 0 to 7 */
  readonly colour: number;
}

export interface EditorOptions {
  readonly text: Y.Text;
  /** How many code points the text may hold. */
  readonly most: number;
  /** An edit would have exceeded `most` and was refused. */
  readonly onTooLong: () => void;
  /** Called whenever the cursor is somewhere else in the text; null once the editor closes. */
  readonly setCursor: (cursor: OwnCursor | null) => void;
  readonly others: ReadonlySignal<readonly OthersCursor[]>;
  /** Files that were pasted or dropped into the text; without it they are ignored. */
  readonly onFiles?: (files: readonly File[]) => void;
  /** The colour of this person, 0 to 7: that of the cursor. */
  readonly colour?: number;
  /** What the page covers of the window with bars, in pixels: what is scrolled to stays clear of it. */
  readonly covered?: () => { readonly top?: number; readonly bottom?: number };
}

export interface Editor {
  /** Sets the focus; the cursor stays where it is, at first where somebody begins to write. */
  focus(): void;
  /** Puts the cursor at the end of the first heading with these words; false if the text has none. */
  goTo(heading: string): boolean;
  /** The formats at the cursor: a button for one of them is pressed. */
  readonly formats: ReadonlySignal<ReadonlySet<Format>>;
  /** Adds a format to the selection, or removes it where it is. */
  toggle(format: Format): void;
  /** Replaces the selection by a text, such as a file that somebody brought along; one step to undo. */
  insert(markdown: string): void;
  /** What is selected; the whole text if nothing is. */
  selected(): string;
  undo(): void;
  redo(): void;
  /** Others may still write: their changes appear. */
  setReadOnly(readOnly: boolean): void;
  close(): void;
}

/** What a file that somebody brought along becomes. */
export interface Brought {
  readonly markdown: string;
  /** What could not be taken over, in words, such as "2 pictures". */
  readonly leftOut: readonly string[];
}
