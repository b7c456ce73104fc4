import { EditorState } from "@codemirror/state";
import { afterEach, expect, test, vi } from "vitest";
import { copyFormatted, forOthers } from "../../../kit/copy-formatted";
import { markdownOf } from "../html/markdown-of";
import { markdown } from "../look/language";
import { formatted, inserted, pastedLink } from "./paste";

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, "execCommand");
});

function state(text: string, anchor: number, head = anchor): EditorState {
  return EditorState.create({ doc: text, selection: { anchor, head }, extensions: markdown });
}

const board = (kinds: Record<string, string>) => ({
  types: Object.keys(kinds),
  getData: (kind: string) => kinds[kind] ?? "",
});

function result(from: EditorState, spec: ReturnType<typeof pastedLink>): string | null {
  if (!spec) return null;
  const { state: after } = from.update(spec);
  const { head } = after.selection.main;
  return `${after.sliceDoc(0, head)}|${after.sliceDoc(head)}`;
}

test("formatted text becomes Markdown in one paste", () => {
  const at = state("one two", 4);
  const html = formatted(at, board({ "text/html": "<b>bold</b> and", "text/plain": "bold and" }));
  const spec = inserted(at, markdownOf(html) ?? "");
  expect(result(at, spec)).toBe("one **bold** and|two");
  expect(spec && at.update(spec).isUserEvent("input.paste")).toBe(true);
});

test.each([
  ["one |two", "## Head", "one \n\n## Head|\n\ntwo"],
  ["a\n\n|\n\nb", "- x\n- y", "a\n\n- x\n- y|\n\nb"],
  ["a\n|\nb", "x\n\ny", "a\n\nx\n\ny|\n\nb"],
  ["- a\n- |\n- b", "- x\n- y", "- a\n- x\n- y|\n- b"],
  ["- a\n- |", "x\n\ny", "- a\n\nx\n\ny|"],
  ["- [ ] |", "## Head", "## Head|"],
  ["one |two", "**x**", "one **x**|two"],
  ["|", "| a |\n| - |", "| a |\n| - ||"],
])("blocks stand apart from the words around them: %j", (text, markdown, wanted) => {
  const at = state(text.replace("|", ""), text.indexOf("|"));
  expect(result(at, inserted(at, markdown))).toBe(wanted);
});

test("plain text is left to the editor: without HTML, from an editor of code, and in code", () => {
  const html = { "text/html": "<b>x</b>", "text/plain": "x" };
  expect(formatted(state("", 0), board({ "text/plain": "x" }))).toBe("");
  expect(formatted(state("", 0), board({ ...html, "vscode-editor-data": "{}" }))).toBe("");
  expect(formatted(state("```\ncode\n```", 6), board(html))).toBe("");
  expect(formatted(state("", 0), board(html))).toBe("<b>x</b>");
});

test("an address pasted over words makes a link of them", () => {
  const at = state("see the map", 4, 11);
  expect(result(at, pastedLink(at, board({ "text/plain": " https://a.org/x \n" })))).toBe(
    "see [the map](https://a.org/x)|",
  );
  expect(pastedLink(state("see the map", 4), board({ "text/plain": "https://a.org/x" }))).toBeNull();
});

const SERVED =
  '<h2 id="a" dir="auto">Title</h2><section data-heading="Areas"><h3 dir="auto">Areas</h3><p dir="auto">Words ' +
  '<a href="https://a.org" rel="nofollow">there</a></p><table><tr><th class="right" dir="auto">n</th></tr></table></section>';

test("other programs get the headings of the text and nothing of the page", () => {
  expect(forOthers(SERVED)).toBe(
    '<h1>Title</h1><h2>Areas</h2><p>Words <a href="https://a.org">there</a></p>' +
      '<table border="1"><tbody><tr><th align="right">n</th></tr></tbody></table>',
  );
});

test("both kinds are written, and without a clipboard by the command of the browser", async () => {
  const write = vi.fn().mockResolvedValue(undefined);
  class Item {
    constructor(readonly kinds: Record<string, Blob | Promise<Blob>>) {}
  }
  vi.stubGlobal("ClipboardItem", Item);
  vi.stubGlobal("navigator", { clipboard: { write } });
  expect(await copyFormatted(Promise.resolve("<h2>T</h2>"), "# T")).toBe(true);
  const [[[{ kinds }]]] = write.mock.calls as [[[Item]]];
  expect(await (await (kinds["text/html"] as Promise<Blob>)).text()).toBe("<h1>T</h1>");
  expect(await (await (kinds["text/plain"] as Promise<Blob>)).text()).toBe("# T");

  vi.stubGlobal("navigator", {});
  const set = new Map<string, string>();
  document.execCommand = () => {
    const event = new Event("copy", { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { setData: (kind: string, text: string) => set.set(kind, text) } });
    document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(await copyFormatted("<h2>T</h2>", "# T")).toBe(true);
  expect([...set]).toEqual([
    ["text/html", "<h1>T</h1>"],
    ["text/plain", "# T"],
  ]);
});
