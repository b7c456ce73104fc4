import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, type FakeSession, item } from "../../../../test/fake-session";
import { say } from "../../../words/say";
import type { SessionMeta } from "../../../worksession.generated";
import { SessionContext } from "../../use-session";
import { KeptVersion } from "../versions/kept-version";
import { Deep } from "./deep";
import { Phone } from "./phone";
import { courseOf } from "./time/course";
import { Desk } from "./workspace";

const SENTENCE =
  "The board is open. You can change the text again when it is over: nobody should be able to tell from typing who writes an idea.";

let page: HTMLElement;
let fake: FakeSession;

beforeEach(() => {
  fake = aSession();
  fake.session.formatted.value = { digest: "1", html: "<p>What it <strong>costs</strong></p>" };
  page = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("CSS", { supports: () => true });
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
});
afterEach(() => {
  render(null, page);
  page.remove();
});

/** The item that runs becomes one of this kind. */
async function runs(kind: "board" | "work"): Promise<void> {
  await act(() => {
    fake.roots.agenda.value = new Map([...fake.roots.agenda.value, ["draft", item("Draft", "1", 25, { kind })]]);
  });
}

async function show(view: ComponentChild): Promise<void> {
  await act(() => render(<SessionContext.Provider value={fake.session}>{view}</SessionContext.Provider>, page));
}

const course = () =>
  courseOf(fake.session.roots.agenda.value, fake.meta.value.clock, fake.now.value) ?? expect.unreachable("it runs");

const buttons = (): string[] => [...page.querySelectorAll("button")].map((one) => one.textContent?.trim() ?? "");

const press = (words: string): Promise<void> =>
  act(() => [...page.querySelectorAll("button")].find((one) => one.textContent?.trim() === words)?.click());

test.each([
  ["team", Desk],
  ["individual", Desk],
  ["team", Phone],
  ["deep_work", Deep],
] as const)("beside an open board the text of a %s session can only be read", async (kind, View) => {
  fake.meta.value = { ...fake.meta.value, kind } as SessionMeta;
  await runs("board");
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
  await runs("board");
  expect(page.querySelector(".add-text")).toBeNull();
  expect(page.textContent).toContain(SENTENCE);
  await runs("work");
  expect(page.textContent).not.toContain(SENTENCE);
  expect(page.querySelector(".add-text"), "it would take the focus").toBeNull();
  await press(say(add));
  expect(page.querySelector<HTMLTextAreaElement>(".add-text textarea")?.value).toBe("four floors");
});

test("beside an open board no earlier version is restored", async () => {
  const version = { number: 1, at: 0, reason: "name", of: "First", characters: 5 } as const;
  await show(<KeptVersion version={version} onClose={() => undefined} />);
  expect(buttons()).toContain(say("versions-restore-this"));
  await runs("board");
  expect(buttons()).not.toContain(say("versions-restore-this"));
  expect(page.textContent).toContain(SENTENCE);
});

test("a board that is planned or over leaves the text as it is", async () => {
  fake.roots.agenda.value = new Map([["board", item("Ideas", "0", 25, { kind: "board" })], ...fake.roots.agenda.value]);
  await show(<Desk course={course()} onBack={null} />);
  expect(buttons()).toContain(say("working-edit-text"));
  await act(() => {
    fake.meta.value = {
      ...fake.meta.value,
      state: "ended",
      clock: { ...fake.meta.value.clock, item: "board" },
    } as SessionMeta;
  });
  expect(page.textContent).not.toContain(SENTENCE);
});
