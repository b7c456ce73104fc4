import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { drawing } from "../../../../test/drawing";
import { aSession, type FakeSession, item, person } from "../../../../test/fake-session";
import { say } from "../../../words/say";
import type { Agreement, Item, ItemBoard, SessionMeta, SessionNotice, Task } from "../../../worksession.generated";
import { KeptVersion } from "../versions/kept-version";
import { BoardBlock } from "./board/block";
import { Deep } from "./deep";
import { Margin } from "./margin/margin";
import { openRow } from "./margin/opened";
import { Phone } from "./phone";
import { courseOf } from "./time/course";
import { Desk } from "./workspace";

const SENTENCE =
  "While the board is open, nothing can be added or changed here: nobody should be able to tell from it who writes an idea.";
const OPEN: ItemBoard = { state: "open", decision: null, asks: true };

let fake: FakeSession;
const { page, show, press } = drawing(() => fake);

beforeEach(() => {
  fake = aSession();
  fake.session.formatted.value = { digest: "1", html: "<p>What it <strong>costs</strong></p>" };
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
});

/** The item that runs becomes this one. */
async function runs(more: Partial<Item>): Promise<void> {
  await act(() => {
    fake.roots.agenda.value = new Map([...fake.roots.agenda.value, ["draft", item("Draft", "1", 25, more)]]);
  });
}
const holds = (state: ItemBoard["state"] = "open", more: Partial<ItemBoard> = {}) =>
  runs({ kind: "board", board: { ...OPEN, state, ...more } });

const course = () =>
  courseOf(fake.session.roots.agenda.value, fake.meta.value.clock, fake.now.value) ?? expect.unreachable("it runs");

const buttons = (): string[] => [...page.querySelectorAll("button")].map((one) => one.textContent?.trim() ?? "");

test.each([
  ["team", Desk],
  ["individual", Desk],
  ["team", Phone],
  ["deep_work", Deep],
] as const)("beside an open board the text of a %s session can only be read", async (kind, View) => {
  fake.meta.value = { ...fake.meta.value, kind } as SessionMeta;
  await holds();
  await show(<View course={course()} onBack={null} />);
  expect(page.querySelector(".doc strong")?.textContent).toBe("costs");
  expect(page.textContent?.split(SENTENCE)).toHaveLength(2);
  for (const words of ["working-edit-text", "working-add", "working-add-something"] as const) {
    expect(buttons()).not.toContain(say(words));
  }
  // Nobody can follow what it asks for.
  expect(page.textContent).not.toContain(say("working-text-start"));
  expect(page.querySelector(".editor-top")).toBeNull();
});

test.each([
  [Desk, "working-add"],
  [Phone, "working-add-something"],
] as const)("a board that opens closes what somebody was adding, and keeps the words", async (View, add) => {
  await show(<View course={course()} onBack={null} />);
  expect(buttons()).toContain(say("working-edit-text"));
  await press(say(add));
  const field = page.querySelector<HTMLTextAreaElement>(".add-text textarea");
  await act(() => {
    if (field) field.value = "four floors";
    field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await holds();
  expect(page.querySelector(".add-text")).toBeNull();
  expect(page.textContent).toContain(SENTENCE);
  await runs({});
  expect(page.textContent).not.toContain(SENTENCE);
  expect(page.querySelector(".add-text"), "it would take the focus").toBeNull();
  await press(say(add));
  expect(page.querySelector<HTMLTextAreaElement>(".add-text textarea")?.value).toBe("four floors");
});

test("beside an open board no earlier version is restored", async () => {
  const version = { number: 1, at: 0, reason: "name", of: "First", characters: 5 } as const;
  await show(<KeptVersion version={version} onClose={() => undefined} />);
  expect(buttons()).toContain(say("versions-restore-this"));
  await holds();
  expect(buttons()).not.toContain(say("versions-restore-this"));
  expect(page.textContent).toContain(SENTENCE);
});

test("a board that is planned or over leaves the text as it is", async () => {
  await runs({ kind: "board" });
  await show(<Desk course={course()} onBack={null} />);
  expect(buttons()).toContain(say("working-edit-text"));
  await holds();
  expect(buttons()).not.toContain(say("working-edit-text"));
  await holds("decided");
  expect(buttons()).toContain(say("working-edit-text"));
  await holds();
  await act(() => {
    fake.meta.value = { ...fake.meta.value, state: "ended" } as SessionMeta;
  });
  expect(page.textContent).not.toContain(SENTENCE);
});

/** What the page asks the server for, or may. */
const controls = () =>
  [...page.querySelectorAll<HTMLElement>("button, input, textarea, select")]
    .filter((one) => one.closest("[hidden]") === null)
    .map((one) => one.getAttribute("aria-label") ?? one.textContent?.trim());

test.each([
  ["tasks", "working-task-label"],
  ["later", "working-later-label"],
  ["agreed", "working-agreement-label"],
  ["earlier", "working-keep-label"],
] as const)("beside an open board nothing is added in %s, with a sentence why", async (row, label) => {
  fake.roots.tasks.value = new Map([["t", { text: "Call", state: "open", owner: null } as unknown as Task]]);
  fake.roots.parked.value = new Map([["p", { text: "A thought", as: null }]]);
  await show(<Margin />);
  await act(() => openRow(row));
  await vi.waitFor(() => expect(page.textContent).toContain(say(label)));
  await holds();
  expect(page.textContent).not.toContain(say(label));
  expect(page.textContent).toContain(say("working-board-waits"));
  expect(controls()).not.toContain(say("working-change-task", { task: "Call" }));
  expect(controls()).not.toContain(say("working-drop"));
  expect(page.querySelector("input:not([disabled])")).toBeNull();
});

test("beside an open board nothing can be ticked or taken, and names show no state", async () => {
  fake.roots.people.value = new Map([
    ["me", person("Ana", { taken: "Price" })],
    ["ben", person("Ben", { stuck: "the numbers", taken: "Scope" })],
  ]);
  fake.meta.value = { ...fake.meta.value, headings: [...fake.meta.value.headings, { words: "Scope", level: 2 }] };
  await show(<Desk course={course()} onBack={null} />);
  expect(page.querySelector(".done-when input")).not.toBeNull();
  expect(page.querySelector(".done-when .others")?.textContent).toContain("Ben");
  expect(page.querySelector(".stuck-people")).not.toBeNull();
  await holds();
  expect(page.querySelector(".done-when input")).toBeNull();
  expect(page.querySelector(".rail")?.textContent).not.toContain("Ben");
  expect(page.querySelector(".done-when .take")).toBeNull();
});

test("what is being changed in the agenda is there again when the board is over", async () => {
  fake.leads.value = true;
  await show(<Margin />);
  await act(() => openRow("agenda"));
  await vi.waitFor(() => expect(buttons()).toContain(say("working-add-item")));
  await press(say("working-add-item"));
  const field = page.querySelector<HTMLInputElement>(".edit input");
  await act(() => {
    if (field) field.value = "Count again";
    field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await holds();
  expect(page.querySelector(".edit")?.closest("[hidden]")).not.toBeNull();
  await holds("decided");
  expect(page.querySelector(".edit")?.closest("[hidden]")).toBeNull();
  expect(page.querySelector<HTMLInputElement>(".edit input")?.value).toBe("Count again");
});

const links = { take_part: "/join/part", lead: null };
async function given(lead: string | null): Promise<void> {
  const { you } = fake.notice.value;
  await act(() => {
    fake.notice.value = {
      ...fake.notice.value,
      you: { ...you, boards: { draft: { ...links, lead } } },
    } as SessionNotice;
  });
}
const found = (words: string) => [...page.querySelectorAll("a")].find((one) => one.textContent?.startsWith(words));

test("the block is the same for everybody, and only who may lead the board gets that link", async () => {
  await holds();
  await given(null);
  await show(<BoardBlock course={course()} />);
  expect(page.querySelector("h2")?.textContent).toBe("Draft");
  expect(page.textContent).toContain(say("inside-everybody"));
  expect(page.textContent).toContain(say("inside-kept"));
  expect(found(say("inside-take-part"))?.getAttribute("href")).toBe("/join/part");
  // The board's server is not told from which session somebody comes.
  expect(found(say("inside-take-part"))?.rel).toContain("noreferrer");
  expect(found(say("inside-lead"))).toBeUndefined();
  await given("/join/lead");
  expect(found(say("inside-lead"))?.getAttribute("href")).toBe("/join/lead");
});

test("a planned board is opened by whoever leads, with the question as it stands then", async () => {
  await runs({ kind: "board" });
  await show(<BoardBlock course={course()} />);
  expect(buttons()).not.toContain(say("inside-open"));
  await act(() => {
    fake.leads.value = true;
  });
  expect(page.textContent).toContain(say("inside-thin", { count: 2 }));
  const field = page.querySelector("textarea");
  await act(() => {
    if (field) field.value = "What does it cost?";
    field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await press(say("inside-open"));
  await vi.waitFor(() =>
    expect(fake.asked).toEqual([
      { do: "edit_item", item: "draft", title: "What does it cost?" },
      { do: "open_board", item: "draft" },
    ]),
  );
});

test("with four people the page does not warn that guessing is easy", async () => {
  fake.leads.value = true;
  await runs({ kind: "board" });
  fake.roots.people.value = new Map(["a", "b", "c", "d"].map((one) => [one, person(one)]));
  await show(<BoardBlock course={course()} />);
  expect(page.querySelector(".thin")).toBeNull();
});

test("what was decided stands in place of the way in, with a link; a board that was deleted says so", async () => {
  const entry = { by: "board", open: false, board: "draft", text: "We build.", why: "It is cheap.", decision: "f00" };
  fake.roots.agreements.value = new Map([["a", entry as unknown as Agreement]]);
  await holds("decided", { decision: "f00" });
  await given(null);
  await show(<BoardBlock course={course()} />);
  expect(page.textContent).toContain(say("inside-agreed", { text: "We build." }));
  expect(page.textContent).toContain("It is cheap.");
  expect(found(say("inside-read"))?.getAttribute("href")).toBe("/decisions/f00");
  expect(found(say("inside-take-part"))).toBeUndefined();
  await holds("gone");
  expect(page.textContent).toContain(say("inside-gone"));
});
