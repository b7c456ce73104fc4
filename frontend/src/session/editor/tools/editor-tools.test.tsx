import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Format } from "../formats/format";
import type { Editor } from "../types";
import { EditorTools } from "./editor-tools";
import { ariaKeys, keysInWords } from "./shortcut";

const formats = signal<ReadonlySet<Format>>(new Set());
const toggle = vi.fn();
let page: HTMLElement;

beforeEach(() => {
  formats.value = new Set();
  toggle.mockReset();
  page = document.body.appendChild(document.createElement("main"));
  act(() => render(<EditorTools editor={{ formats, toggle } as unknown as Editor} />, page));
});
afterEach(() => {
  act(() => render(null, page));
  page.remove();
});

const buttons = () => [...page.querySelectorAll("button")];
const named = (words: string) => buttons().find((one) => one.getAttribute("aria-label") === words);

test("seven buttons are named and pressed as the cursor is", () => {
  expect(buttons().map((one) => one.getAttribute("aria-label"))).toEqual([
    "Heading",
    "Bold",
    "Italic",
    "List",
    "Checklist",
    "Quote",
    "Link",
  ]);
  act(() => {
    formats.value = new Set(["bold", "quote"]);
  });
  const pressed = buttons().filter((one) => one.getAttribute("aria-pressed") === "true");
  expect(pressed.map((one) => one.getAttribute("aria-label"))).toEqual(["Bold", "Quote"]);
});

test("a press formats and leaves the focus where it is", () => {
  const press = new MouseEvent("mousedown", { bubbles: true, cancelable: true });
  named("List")?.dispatchEvent(press);
  expect(press.defaultPrevented).toBe(true);
  named("List")?.click();
  expect(toggle).toHaveBeenCalledExactlyOnceWith("list");
});

test("one button is in the order of Tab, and arrows go round", () => {
  const inOrder = () => buttons().filter((one) => one.tabIndex === 0);
  expect(inOrder()).toEqual([named("Heading")]);
  const key = (name: string) =>
    act(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
    });
  act(() => named("Heading")?.focus());
  key("ArrowLeft");
  expect([document.activeElement, inOrder()]).toEqual([named("Link"), [named("Link")]]);
  key("ArrowRight");
  key("ArrowRight");
  expect(document.activeElement).toBe(named("Bold"));
  key("End");
  expect(document.activeElement).toBe(named("Link"));
});

test("keys are named as the machine names them", () => {
  expect([keysInWords("Mod-Shift-8", false), keysInWords("Mod-Shift-8", true)]).toEqual(["Ctrl+Shift+8", "⇧⌘8"]);
  expect([ariaKeys("Mod-b", false), ariaKeys("Mod-b", true)]).toEqual(["Control+B", "Meta+B"]);
});
