/** The editor of the text that the people of a session write together: CodeMirror on a shared Yjs text. */

import { standardKeymap } from "@codemirror/commands";
import {
  Compartment,
  EditorState,
  type Extension,
  type SelectionRange,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { EditorView, keymap, placeholder, type ViewUpdate } from "@codemirror/view";
import { signal } from "@preact/signals";
import * as Y from "yjs";
import { whenIdle } from "../../kit/page/slices";
import { say } from "../../words/say";
import { admission } from "./binding/admission";
import { bind } from "./binding/shared";
import { inserted, loadConverter, pasting } from "./clipboard/paste";
import { activeFormats } from "./formats/active";
import type { Format } from "./formats/format";
import { formatKeys, toggled } from "./formats/keys";
import { parts } from "./formats/line";
import { History, historyKeys } from "./history";
import sheet from "./look/editor.css?inline";
import { markdown } from "./look/language";
import { styling } from "./look/styling";
import { carets } from "./people/carets";
import people from "./people/carets.css?inline";
import type { Editor, EditorOptions } from "./types";
import { typing } from "./typing";

/** What a person expects of a field for prose, and CodeMirror turns off. */
const PROSE = {
  spellcheck: "true",
  autocorrect: "on",
  autocapitalize: "sentences",
  writingsuggestions: "true",
  translate: "no",
  dir: "auto",
};

/** Opens the editor in `parent`, inside of a shadow root: CodeMirror's styles pass the content policy only there. */
export function openEditor(parent: HTMLElement, options: EditorOptions): Editor {
  const { text, setCursor } = options;
  const element = document.createElement("div");
  if (options.colour !== undefined) element.dataset.tint = String(options.colour + 1);
  const root = element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet, people].map(adopted);
  parent.append(element);

  const origin = { editor: text };
  const history = new History(text, origin);
  const formats = signal<ReadonlySet<Format>>(new Set());
  const readOnly = new Compartment();

  const extensions: Extension[] = [
    // Other line ends would be one character here and two in the shared text.
    EditorState.lineSeparator.of("\n"),
    admission(options.most, options.onTooLong),
    historyKeys(history),
    typing,
    formatKeys(),
    pasting((files) => options.onFiles?.(files)),
    keymap.of(standardKeymap),
    markdown,
    styling,
    carets(text, options.others),
    placeholder(say("editor-start")),
    readOnly.of(EditorState.readOnly.of(false)),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({ ...PROSE, "aria-label": say("editor-label") }),
    EditorView.scrollMargins.of(() => options.covered?.() ?? null),
    EditorView.updateListener.of(updated),
  ];
  const doc = text.toString();
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc, selection: { anchor: firstPlace(doc) }, extensions }),
    dispatchTransactions: (transactions, target) => {
      if (transactions.some(startsStep)) history.split();
      target.update(transactions);
      binding.share(transactions);
      if (transactions.some((one) => one.isUserEvent("input.paste"))) history.split();
      // Once the shared text has what was typed, since the cursor may stand behind it.
      if (target.hasFocus) showCursor(target.state.selection.main);
    },
  });
  const binding = bind(text, view, origin, history.is);

  /** Where this person is, also after the focus went elsewhere. */
  let shown = "";
  function showCursor({ anchor, head }: SelectionRange): void {
    const at = (index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1));
    const cursor = { anchor: at(anchor), head: at(head) };
    const said = JSON.stringify(cursor);
    if (said === shown) return;
    shown = said;
    setCursor(cursor);
  }

  function updated({ state, selectionSet, docChanged, focusChanged }: ViewUpdate): void {
    if (!selectionSet && !docChanged && !focusChanged) return;
    if (focusChanged && view.hasFocus) showCursor(state.selection.main);
    const now = activeFormats(state);
    const before = formats.peek();
    if (now.size !== before.size || [...now].some((one) => !before.has(one))) formats.value = now;
  }

  const dispatch = (spec: TransactionSpec | null): void => {
    if (spec && !view.state.readOnly) view.dispatch(spec);
  };

  // Nobody waits for it; a paste before it is here loads it, too.
  void whenIdle()
    .then(loadConverter)
    .catch(() => undefined);

  return {
    formats,
    focus: () => view.focus(),
    goTo: (heading) => {
      const at = headingEnd(view.state, heading);
      if (at === null) return false;
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "start", yMargin: 24 }) });
      view.focus();
      return true;
    },
    toggle: (format) => {
      dispatch(toggled(view.state, format));
      view.focus();
    },
    insert: (markdown) => dispatch(inserted(view.state, markdown)),
    selected: () => {
      const { from, to, empty } = view.state.selection.main;
      return empty ? view.state.sliceDoc() : view.state.sliceDoc(from, to);
    },
    undo: () => view.state.readOnly || history.undo(),
    redo: () => view.state.readOnly || history.redo(),
    setReadOnly: (on) => view.dispatch({ effects: readOnly.reconfigure(EditorState.readOnly.of(on)) }),
    close: () => {
      setCursor(null);
      binding.close();
      history.close();
      view.destroy();
      element.remove();
    },
  };
}

/** Where somebody begins to write: under the title while nothing else stands in the text, else at its start. */
function firstPlace(doc: string): number {
  return /^#{1,6} [^\n]*\n\s*$/.test(doc) ? doc.length : 0;
}

/** Whether a step to undo begins with this: what follows a pause, a movement or a paste is another step. */
function startsStep(one: Transaction): boolean {
  const whole = ["input.paste", "input.drop", "input.format"].some((event) => one.isUserEvent(event));
  return whole || (one.selection !== undefined && !one.docChanged);
}

function adopted(styles: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

/** The end of the first heading with these words. */
function headingEnd({ doc }: EditorState, words: string): number | null {
  for (let number = 1; number <= doc.lines; number += 1) {
    const line = doc.line(number);
    const { heading, words: own } = parts(line.text);
    if (heading && own.replace(/\s+#+\s*$/, "").trim() === words) return line.to;
  }
  return null;
}
