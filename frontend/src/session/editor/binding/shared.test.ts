import { EditorState, type TransactionSpec } from "@codemirror/state";
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { admission } from "./admission";
import { type Binding, bind, PIECE } from "./shared";

const LIMIT = 200_000;

/** An editor without a view. */
class Editor {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText("artifact");
  readonly origin = {};
  readonly refused = vi.fn();
  readonly undo = new Y.UndoManager(this.text, { trackedOrigins: new Set([this.origin]) });
  readonly binding: Binding;
  state: EditorState;

  constructor(most = LIMIT, from?: Editor) {
    if (from) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(from.doc));
    this.state = EditorState.create({
      doc: this.text.toString(),
      extensions: [EditorState.lineSeparator.of("\n"), admission(most, this.refused)],
    });
    this.binding = bind(this.text, this, this.origin, (origin) => origin === this.undo);
  }

  dispatch(spec: TransactionSpec): void {
    const done = this.state.update(spec);
    this.state = done.state;
    this.binding.share([done]);
  }

  replaces(from: number, to: number, insert: string): void {
    this.dispatch({ changes: { from, to, insert } });
  }

  get shows(): string {
    return this.state.sliceDoc();
  }
}

/** An editor that brings its text with it. */
function holding(text: string, most?: number): Editor {
  const made = new Editor(most);
  made.text.insert(0, text);
  return made;
}

/** Numbers from 0 to 1, the same for each seed. */
function numbers(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return at / 2 ** 32;
  };
}

const WORDS = [
  "a",
  "Wort",
  "\n",
  "\r\n",
  "🦄",
  "👩\u200d👧",
  "zwei\nZeilen\n",
  "日本",
  "\ud83d",
  "\0",
  "\u202ex",
  "",
  "é",
];

test.each([1, 2, 3, 4, 5, 6])("three replicas with concurrent edits end equal (seed %i)", (seed) => {
  const random = numbers(seed);
  const one = holding("Start 🦄\nzwei");
  const all = [one, new Editor(LIMIT, one), new Editor(LIMIT, one)];
  const below = (most: number) => Math.floor(random() * (most + 1));
  for (let round = 0; round < 60; round += 1) {
    for (const editor of all) {
      const from = below(editor.shows.length);
      const to = random() < 0.5 ? from : Math.min(editor.shows.length, from + below(4));
      const dice = random();
      if (dice < 0.1) editor.undo.undo();
      else if (dice < 0.15) editor.undo.redo();
      else if (dice < 0.2) editor.text.insert(from, "stock");
      else editor.replaces(from, to, WORDS[below(WORDS.length - 1)] ?? "");
      expect(editor.shows).toBe(editor.text.toString());
    }
    if (random() < 0.5) continue;
    for (const from of all) {
      for (const to of all) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "net");
      for (const editor of all) expect(editor.shows).toBe(editor.text.toString());
    }
  }
  for (const to of all) for (const from of all) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), "net");
  expect(all.map(({ shows }) => shows)).toEqual([one.shows, one.shows, one.shows]);
  expect(one.shows).toBe(one.text.toString());
  expect(one.shows).not.toMatch(/[\r\0\u202e]|\p{Surrogate}/u);
});

test("each edit is one Yjs transaction with the origin of the editor", () => {
  const editor = holding("one two three");
  const seen: unknown[] = [];
  editor.doc.on("update", (_update: Uint8Array, origin: unknown) => seen.push(origin));
  editor.dispatch({
    changes: [
      { from: 0, to: 3, insert: "1" },
      { from: 4, to: 7, insert: "2" },
    ],
  });
  expect(editor.text.toString()).toBe("1 2 three");
  expect(seen).toEqual([editor.origin]);
});

test("a large paste enters in pieces of whole characters", () => {
  const editor = holding("ab");
  const lengths: number[] = [];
  editor.text.observe((event) => {
    lengths.push(event.delta.reduce((all, { insert }) => all + String(insert ?? "").length, 0));
  });
  const other = new Editor(LIMIT, editor);
  editor.doc.on("update", (update: Uint8Array) => Y.applyUpdate(other.doc, update));
  const paste = "x".repeat(PIECE - 1) + "🦄".repeat(PIECE);
  editor.replaces(1, 2, paste);
  // On the wire half of a pair is another sign.
  expect(other.shows).toBe(`a${paste}`);
  expect(editor.text.toString()).toBe(`a${paste}`);
  expect(lengths.length).toBeGreaterThan(2);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(PIECE);
});

test("the cursor stays where it was when others write before it", () => {
  const editor = holding("second line");
  editor.dispatch({ selection: { anchor: 6 } });
  editor.text.insert(0, "first\n");
  expect(editor.state.selection.main.head).toBe(12);
});

test("line ends become line feeds, and what the server refuses never enters", () => {
  const editor = holding("");
  editor.replaces(0, 0, "a\r\nb\rc\0\u0007\u202ed\ud83de\udc00");
  expect(editor.text.toString()).toBe("a\nb\ncde");
  expect(editor.state.selection.main.head).toBe(7);
});

test("a carriage return of another client keeps positions equal", () => {
  const editor = holding("a\r\nb");
  expect(editor.shows).toBe("a\r\nb");
  editor.replaces(3, 3, "x");
  expect(editor.text.toString()).toBe("a\r\nxb");
});

test("an edit of half an emoji takes the whole of it", () => {
  const editor = holding("a😀b");
  editor.replaces(2, 3, "\ude01");
  expect(editor.text.toString()).toBe("a😁b");
  editor.replaces(2, 3, "");
  expect(editor.text.toString()).toBe("ab");
  expect(editor.shows).toBe("ab");
});

test("another client that separates an emoji leaves the same signs here as in the text", () => {
  const editor = holding("a😀b");
  editor.text.insert(2, "x");
  expect(editor.text.toString()).toBe("a\ufffdx\ufffdb");
  expect(editor.shows).toBe("a\ufffdx\ufffdb");
  const replaced = holding("a😀b");
  replaced.doc.transact(() => {
    replaced.text.delete(2, 1);
    replaced.text.insert(2, "x");
  });
  expect(replaced.shows).toBe(replaced.text.toString());
});

test("an edit over the limit is refused, and a shorter one is not", () => {
  const editor = holding("🦄".repeat(9), 10);
  editor.replaces(0, 0, "🦄");
  expect(editor.refused).not.toHaveBeenCalled();
  editor.replaces(0, 0, "x");
  expect(editor.refused).toHaveBeenCalledTimes(1);
  expect(editor.text.toString()).toBe("🦄".repeat(10));
  expect(editor.shows).toBe("🦄".repeat(10));
});

test("a text that others made too long can be shortened", () => {
  const editor = holding("x".repeat(20), 10);
  editor.replaces(0, 5, "y");
  expect(editor.text.toString()).toBe(`y${"x".repeat(15)}`);
  expect(editor.refused).not.toHaveBeenCalled();
});

test("undo keeps the words of others and moves to what it changed", () => {
  const editor = holding("");
  editor.replaces(0, 0, "mine");
  editor.text.insert(2, "THEIRS");
  editor.text.insert(10, "\nmore");
  editor.dispatch({ selection: { anchor: 15 } });
  editor.undo.undo();
  expect(editor.shows).toBe("THEIRS\nmore");
  expect(editor.state.selection.main.head).toBe(6);
  editor.undo.redo();
  expect(editor.shows).toBe("miTHEIRSne\nmore");
});
