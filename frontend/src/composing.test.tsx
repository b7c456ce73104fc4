import { signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Board } from "./board/engine/boot";
import { BoardContext } from "./board/engine/use-board";
import { Composer } from "./board/parts/ideas/composer";
import { OwnItem } from "./board/parts/ideas/own-ideas";
import { Find } from "./board/phases/group/find/find-box";
import type { Menu, Page } from "./board/phases/group/menu/menu";
import { Picker } from "./board/phases/group/menu/picker";
import { Field } from "./kit/field";
import { composing, sends } from "./kit/text/input";

const wall = { menu: signal<Menu | null>(null), sought: signal(""), found: signal(null) };
vi.mock("./board/phases/group/wall/use-wall", () => ({ useWall: () => wall }));
const run = vi.fn();
const menuPage: Page = { title: "Move", seek: "Find", list: () => [{ key: "a", label: "住宅", run }], foot: () => [] };
vi.mock("./board/phases/group/menu/menus", () => ({ pageOf: () => menuPage }));

/** The three ways in which browsers report the key that ends or cancels a composition. */
const CONSUMED: Record<string, KeyboardEventInit> = {
  "Chrome and Firefox": { isComposing: true, keyCode: 229 },
  "while composing": { isComposing: true, keyCode: 13 },
  "Safari, after the composition": { isComposing: false, keyCode: 229 },
};

/** Their keys come from buttons, a checkbox or a number, or are left to whatever field has the focus. */
const WITHOUT_TEXT = ["./board/app/notices.tsx", "./board/phases/read/walk/steps.tsx", "./pages/tabs.ts"];

const sources = import.meta.glob<string>(["./**/*.{ts,tsx}", "!./**/*.test.{ts,tsx}", "!./kit/text/input.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

function press(at: Element, key: string, how: KeyboardEventInit = { keyCode: key === "Enter" ? 13 : 27 }): boolean {
  return at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...how }));
}

let page: HTMLElement;

beforeEach(() => {
  page = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("CSS", { supports: () => true });
});

afterEach(() => {
  render(null, page);
  document.body.replaceChildren();
});

function show(view: ComponentChild, board: object = {}): HTMLInputElement | HTMLTextAreaElement {
  render(<BoardContext.Provider value={board as Board}>{view}</BoardContext.Provider>, page);
  return page.querySelector("textarea, input") as HTMLInputElement;
}

describe.each(Object.entries(CONSUMED))("a key of an input method, as from %s", (_browser, how) => {
  it("is told apart", () => {
    const enter = new KeyboardEvent("keydown", { key: "Enter", ...how });
    expect([composing(enter), sends(enter)]).toEqual([true, false]);
  });

  it("sends no half idea", () => {
    const send = vi.fn(async () => ({ answer: "ok" }));
    const draft = { text: signal("とうきょ"), pasted: signal(null), type: vi.fn(), send };
    const pen = show(<Composer />, { draft, state: { you: signal({ used: 0 }) } });
    expect(press(pen, "Enter", how)).toBe(true);
    expect(send).not.toHaveBeenCalled();
    press(pen, "Enter", { keyCode: 13, shiftKey: true });
    expect(send).not.toHaveBeenCalled();
    expect(press(pen, "Enter")).toBe(false);
    expect(send).toHaveBeenCalledOnce();
  });

  it("leaves a labelled field as it is", () => {
    const enter = vi.fn();
    const field = show(<Field label="Why" value="因为" onInput={vi.fn()} lines={3} onEnter={enter} />);
    press(field, "Enter", how);
    expect(enter).not.toHaveBeenCalled();
    press(field, "Enter");
    expect(enter).toHaveBeenCalledOnce();
  });

  it("keeps the editor of an own idea open", async () => {
    const idea = { id: "7", text: "한글", state: "saved", pending: null, why: null, unfinished: false, mine: true };
    const board = {
      commands: { editIdea: vi.fn(async () => ({ answer: "ok" })) },
      draft: { text: signal("") },
      own: { settle: vi.fn() },
      status: signal("live"),
    };
    const field = show(<OwnItem idea={{ ...idea, state: "saved", waits: false }} edit />, board);
    press(field, "Escape", how);
    press(field, "Enter", how);
    await new Promise((drawn) => setTimeout(drawn));
    expect([field.isConnected, board.own.settle.mock.calls.length]).toEqual([true, 0]);
    press(field, "Escape");
    await vi.waitFor(() => expect(field.isConnected).toBe(false));
  });

  it("chooses nothing from a menu", () => {
    run.mockClear();
    Object.assign(HTMLElement.prototype, { showPopover: vi.fn(), hidePopover: vi.fn() });
    vi.stubGlobal("matchMedia", () => ({ matches: false }));
    wall.menu.value = { subject: { kind: "move", ideas: ["7"] }, anchor: page, boxes: [] };
    const field = show(<Picker />);
    press(field, "Enter", how);
    expect(run).not.toHaveBeenCalled();
    press(field, "Enter");
    expect(run).toHaveBeenCalledOnce();
  });

  it("clears no search", () => {
    wall.sought.value = "みず";
    const field = show(<Find />);
    press(field, "Escape", how);
    expect(wall.sought.value).toBe("みず");
    press(field, "Escape");
    expect(wall.sought.value).toBe("");
  });

  it("opens no board", async () => {
    vi.resetModules();
    page.innerHTML =
      '<form class="start"><p class="question"><textarea>如何</textarea></p><button class="go">Go</button></form>';
    const submit = vi.fn();
    (page.querySelector("form") as HTMLFormElement).requestSubmit = submit;
    await import("./pages/home");
    const question = page.querySelector("textarea") as HTMLTextAreaElement;
    press(question, "Enter", how);
    expect(submit).not.toHaveBeenCalled();
    press(question, "Enter");
    expect(submit).toHaveBeenCalledOnce();
  });
});

it("no module with a text field and keys of its own decides by itself", () => {
  const found = Object.entries(sources);
  const asks = found.filter(([, source]) => /isComposing|keyCode/.test(source)).map(([at]) => at);
  // What is typed is cleaned once a composition has ended; no key is asked for.
  // The editor types over several blocks by itself, and leaves compositions to the browser.
  expect(asks).toEqual(["./kit/text/clean-input.ts", "./session/editor/typing.ts"]);
  const keys = found.filter(([, source]) => /onKeyDown|"key(down|press|up)"/.test(source));
  const fields = keys.filter(([, source]) => /<input|<Field|textarea|"Enter"|\bEnter:/.test(source));
  expect(fields.length).toBeGreaterThan(7);
  const alone = fields.filter(([, source]) => !/\b(composing|sends)\(/.test(source)).map(([at]) => at);
  expect(alone).toEqual(WITHOUT_TEXT);
});
