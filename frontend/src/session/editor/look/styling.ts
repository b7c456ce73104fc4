/** Styles Markdown as a document while it is typed: what is in sight gets classes, by line and by part. */

import { syntaxTree } from "@codemirror/language";
import type { Range, Text } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { SyntaxNodeRef } from "@lezer/common";

/** The class of each part within a line. Marks are dimmed. */
const PARTS: Readonly<Record<string, string>> = {
  StrongEmphasis: "strong",
  Emphasis: "em",
  Strikethrough: "strike",
  InlineCode: "code",
  Link: "link",
  Image: "link",
  Autolink: "link",
  URL: "mark",
  LinkTitle: "mark",
  LinkLabel: "mark",
  LinkMark: "mark",
  HeaderMark: "mark",
  QuoteMark: "mark",
  EmphasisMark: "mark",
  StrikethroughMark: "mark",
  CodeMark: "mark",
  CodeInfo: "mark",
  Escape: "escape",
};

/** The class of every line of a block. */
const BLOCKS: Readonly<Record<string, string>> = {
  ATXHeading1: "h1",
  ATXHeading2: "h2",
  ATXHeading3: "h3",
  ATXHeading4: "h4",
  ATXHeading5: "h5",
  ATXHeading6: "h5",
  SetextHeading1: "h1",
  SetextHeading2: "h2",
  Blockquote: "quote",
  FencedCode: "block",
  CodeBlock: "block",
  Table: "table",
  TableHeader: "table-head",
  HorizontalRule: "rule",
};

/** Deeper lists are set like these. */
const DEEPEST = 6;

class Styles {
  readonly #lines = new Map<number, Set<string>>();
  readonly #parts: Range<Decoration>[] = [];
  #depth = 0;
  #ordered: boolean[] = [];

  constructor(
    readonly doc: Text,
    readonly from: number,
    readonly to: number,
  ) {
    for (let at = doc.lineAt(from); ; at = doc.line(at.number + 1)) {
      this.#lines.set(at.from, spacing(doc, at.number));
      if (at.to >= to || at.number === doc.lines) break;
    }
  }

  enter(node: SyntaxNodeRef): void {
    const part = PARTS[node.name];
    if (part && node.to > node.from) this.#part(node.from, node.to, part);
    const block = BLOCKS[node.name];
    if (block) this.#block(node.from, node.to, block);
    if (node.name === "BulletList" || node.name === "OrderedList") this.#ordered.push(node.name === "OrderedList");
    else if (node.name === "ListItem") this.#block(node.from, node.to, this.#level(1));
    else if (node.name === "ListMark") this.#item(node);
    else if (node.name === "TaskMarker") this.#task(node);
    else if (node.name === "TableDelimiter" && node.to - node.from > 1) this.#block(node.from, node.to, "table-rule");
    else if (node.name === "TableDelimiter") this.#part(node.from, node.to, "mark");
  }

  leave(node: SyntaxNodeRef): void {
    if (node.name === "BulletList" || node.name === "OrderedList") this.#ordered.pop();
    else if (node.name === "ListItem") this.#depth -= 1;
  }

  *ranges(): Iterable<Range<Decoration>> {
    for (const [from, classes] of this.#lines)
      yield Decoration.line({ class: [...classes].join(" "), attributes: { dir: "auto" } }).range(from);
    yield* this.#parts;
  }

  #part(from: number, to: number, name: string): void {
    this.#parts.push(Decoration.mark({ class: name }).range(from, to));
  }

  #level(deeper: number): string {
    this.#depth += deeper;
    return `level-${Math.min(this.#depth, DEEPEST)}`;
  }

  #block(from: number, to: number, name: string): void {
    const last = this.doc.lineAt(Math.min(to, this.to)).from;
    for (let at = this.doc.lineAt(Math.max(from, this.from)); at.from <= last; at = this.doc.line(at.number + 1)) {
      const classes = this.#lines.get(at.from);
      if (classes && name.startsWith("level-"))
        for (const one of classes) if (one.startsWith("level-")) classes.delete(one);
      classes?.add(name);
      if (at.number === this.doc.lines) break;
    }
    this.#lines.get(this.doc.lineAt(from).from)?.add(`${name}-start`);
    this.#lines.get(this.doc.lineAt(to).from)?.add(`${name}-end`);
  }

  /** The first line of an item hangs; what stands before its mark is as wide as the levels above. */
  #item({ from, to }: SyntaxNodeRef): void {
    const line = this.doc.lineAt(from);
    const classes = this.#lines.get(line.from);
    classes?.add("item");
    if (this.#ordered.at(-1)) classes?.add("ordered");
    const lead = /[ \t]*$/.exec(line.text.slice(0, from - line.from))?.[0].length ?? 0;
    if (lead > 0 && this.#depth > 1) this.#part(from - lead, from, "lead");
    const gap = /^[ \t]*/.exec(line.text.slice(to - line.from))?.[0].length ?? 0;
    this.#part(from, to + gap, "bullet");
  }

  #task({ from, to }: SyntaxNodeRef): void {
    const line = this.doc.lineAt(from);
    const done = this.doc.sliceString(from + 1, from + 2) !== " ";
    for (const name of done ? ["task", "done"] : ["task"]) this.#lines.get(line.from)?.add(name);
    const gap = line.text[to - line.from] === " " ? 1 : 0;
    this.#part(from, to + gap, done ? "box checked" : "box");
  }
}

/** An empty line is the space between two blocks. */
function spacing(doc: Text, number: number): Set<string> {
  const text = (at: number) => (at >= 1 && at <= doc.lines ? doc.line(at).text.trim() : "");
  const classes = new Set<string>(["line"]);
  if (number === 1) classes.add("first");
  if (text(number) === "") {
    if (text(number - 1) && text(number + 1)) classes.add("blank");
  } else {
    if (text(number - 1) === "") classes.add("apart");
    if (text(number + 1) === "") classes.add("ends");
  }
  return classes;
}

function decorations(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    const styles = new Styles(view.state.doc, from, to);
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => styles.enter(node),
      leave: (node) => styles.leave(node),
    });
    found.push(...styles.ranges());
  }
  return Decoration.set(found, true);
}

export const styling = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorations(view);
    }

    update({ docChanged, viewportChanged, startState, state, view }: ViewUpdate): void {
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
        this.decorations = decorations(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
