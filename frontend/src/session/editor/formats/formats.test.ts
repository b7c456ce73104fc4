import { EditorState } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { markdown } from "../look/language";
import { activeFormats } from "./active";
import { toggleBox } from "./blocks";
import { continued } from "./enter";
import type { Format } from "./format";
import { isAddress } from "./inline";
import { toggled } from "./keys";

/** A text with its selection: from `‹` to `›`, or the cursor `|`. */
function at(marked: string): EditorState {
  const text = marked.replace(/[‹›|]/g, "");
  const anchor = marked.search(/[‹|]/);
  const end = marked.replace("‹", "").indexOf("›");
  return EditorState.create({
    doc: text,
    selection: { anchor, head: end < 0 ? anchor : end },
    extensions: [EditorState.lineSeparator.of("\n"), markdown],
  });
}

function shown(state: EditorState): string {
  const { from, to, empty } = state.selection.main;
  const [text, before, after] = [state.sliceDoc(), state.sliceDoc(0, from), state.sliceDoc(to)];
  return empty ? `${before}|${after}` : `${before}‹${text.slice(from, to)}›${after}`;
}

const result = (marked: string, format: Format): string => {
  const state = at(marked);
  return shown(state.update(toggled(state, format)).state);
};

describe("a format within a line", () => {
  test.each<[Format, string, string]>([
    ["bold", "one ‹two› three", "one **‹two›** three"],
    ["bold", "one **‹two›** three", "one ‹two› three"],
    ["bold", "one **t|wo** three", "one t|wo three"],
    ["bold", "one t|wo three", "one **t|wo** three"],
    ["bold", "one | three", "one **|** three"],
    ["bold", "one **|** three", "one | three"],
    ["bold", "‹one ›two", "**‹one**› two".replace("› ", " ›")],
    ["bold", "- ‹one\n- two›", "- **‹one**\n- **two›**"],
    ["bold", "‹one\n\n> two›", "**‹one**\n\n> **two›**"],
    ["italic", "one **‹two›** three", "one ***‹two›*** three"],
    ["italic", "one ***‹two›*** three", "one **‹two›** three"],
    ["bold", "one ***‹two›*** three", "one *‹two›* three"],
    ["link", "see ‹the map› here", "see [the map](‹https://›) here"],
    ["link", "see [the m|ap](https://a.org/x) here", "see the m|ap here"],
    ["link", "‹https://a.org›", "[|](https://a.org)"],
    ["link", "see | here", "see [|](https://) here"],
  ])("%s: %s", (format, before, wanted) => {
    expect(result(before, format)).toBe(wanted);
  });
});

describe("a format of whole lines", () => {
  test.each<[Format, string, string]>([
    ["heading", "Are|as", "## Are|as"],
    ["heading", "### Are|as", "Are|as"],
    ["heading", "- Are|as", "## Are|as"],
    ["heading", "> Are|as", "> ## Are|as"],
    ["list", "‹one\n\ntwo›", "- ‹one\n\n- two›"],
    ["list", "- ‹one\n- two›", "‹one\ntwo›"],
    ["list", "## on|e", "- on|e"],
    ["list", "- [ ] on|e", "- on|e"],
    ["list", "|", "- |"],
    ["checklist", "‹one\ntwo›", "- [ ] ‹one\n- [ ] two›"],
    ["checklist", "  1. on|e", "  1. [ ] on|e"],
    ["checklist", "- [x] on|e", "on|e"],
    ["quote", "‹one\n\ntwo›", "> ‹one\n> \n> two›"],
    ["quote", "> ‹one\n> \n> two›", "‹one\n\ntwo›"],
    ["quote", "> > on|e", "> on|e"],
  ])("%s: %s", (format, before, wanted) => {
    expect(result(before, format)).toBe(wanted);
  });

  test("leaves out the line that the selection only touches", () => {
    expect(result("‹one\n›two", "list")).toBe("- ‹one\n›two");
  });
});

test.each<[string, Format[]]>([
  ["## Are|as", ["heading"]],
  ["> - [ ] **o|ne**", ["bold", "quote", "checklist"]],
  ["1. *o|ne*", ["italic", "list"]],
  ["[w|ords](https://a.org)", ["link"]],
  ["pl|ain", []],
  ["```\n# o|ne\n```", []],
])("the buttons for %s", (text, wanted) => {
  expect([...activeFormats(at(text))].sort()).toEqual([...wanted].sort());
});

describe("Enter", () => {
  test.each([
    ["- one|", "- one\n- |"],
    ["- one| two", "- one\n- | two"],
    ["  * one|", "  * one\n  * |"],
    ["9. one|", "9. one\n10. |"],
    ["- [x] one|", "- [x] one\n- [ ] |"],
    ["> one|", "> one\n> |"],
    ["> - one|", "> - one\n> - |"],
    ["- one\n- |", "- one\n\n|"],
    ["- [ ] |", "|"],
    ["> one\n> |", "> one\n\n|"],
    ["> - one\n> - |", "> - one\n>\n> |"],
    ["- one\n\n- |", "- one\n\n|"],
  ])("%s", (before, wanted) => {
    const state = at(before);
    const spec = continued(state);
    expect(spec && shown(state.update(spec).state)).toBe(wanted);
  });

  test.each(["plain|", "## Heading|", "|- one", "‹- one›", "```\n- one|\n```", "-|"])(
    "is a plain line break in %s",
    (text) => {
      expect(continued(at(text))).toBeNull();
    },
  );
});

test("a box is ticked and unticked", () => {
  const tick = (text: string) => {
    const state = at(text);
    const spec = toggleBox(state, state.selection.main.head);
    return spec && state.update(spec).state.sliceDoc();
  };
  expect(tick("- [ ] o|ne")).toBe("- [x] one");
  expect(tick("> 1. [X] o|ne")).toBe("> 1. [ ] one");
  expect(tick("[ ] o|ne")).toBeNull();
});

test("an address is one of the web or of mail, and nothing else", () => {
  expect(["https://a.org/b?c", "http://a", "mailto:a@b.org"].map(isAddress)).toEqual([true, true, true]);
  expect(["javascript:alert(1)", "see https://a.org", "a.org", ""].map(isAddress)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
