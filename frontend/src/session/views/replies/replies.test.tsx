import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, type FakeSession } from "../../../../test/fake-session";
import { say } from "../../../words/say";
import { SessionContext } from "../../use-session";
import { Readers } from "../prepare/readers";
import type { Reply } from "./use-replies";

const REPLY: Reply = {
  feedback: "r1",
  session: "s-1",
  at: "2026-11-27T16:00:00Z",
  helped: "",
  unclear: "Who pays?",
  missing: "",
  shown: false,
  answer: null,
  note: null,
};

let page: HTMLElement;
let fake: FakeSession;
let told: readonly Reply[];
const fetched = vi.fn(async (_: string) => Response.json({ version: 1, replies: told }));

beforeEach(() => {
  fake = aSession();
  told = [REPLY];
  page = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("fetch", fetched);
  is("lead");
  fake.notice.value = { ...fake.notice.value, replies: 1 };
});
afterEach(() => {
  render(null, page);
  page.remove();
  fetched.mockClear();
  vi.unstubAllGlobals();
});

function is(role: "lead" | "join" | "read"): void {
  Object.assign(fake.session, { boot: { session: "s-2", role, links: {} } });
}

async function settled(): Promise<void> {
  await act(async () => {
    for (let n = 0; n < 10; n += 1) await Promise.resolve();
  });
}

async function show(): Promise<void> {
  await act(() =>
    render(
      <SessionContext.Provider value={fake.session}>
        <Readers />
      </SessionContext.Provider>,
      page,
    ),
  );
  await settled();
}

const button = (words: string): HTMLButtonElement | undefined =>
  [...page.querySelectorAll("button")].find((one) => one.textContent?.trim() === words);

async function press(words: string): Promise<void> {
  const found = button(words);
  expect(found).toBeDefined();
  await act(async () => found?.click());
  await settled();
}

test("an open reply stands in the plan, and the lead answers it there", async () => {
  await show();
  expect(fetched).toHaveBeenCalledWith("/api/worksessions/s-2/feedback");
  expect(page.textContent).toContain("Who pays?");
  await press(say("reply-not-yet"));
  const note = page.querySelector("textarea");
  await act(() => {
    if (!note) throw new Error("no field for the note");
    note.value = " We ask Iris. ";
    note.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await press(say("reply-send-answer"));
  expect(fake.asked).toEqual([
    { do: "show_feedback", feedback: "r1", shown: true },
    { do: "answer_feedback", feedback: "r1", answer: "not_yet", note: "We ask Iris." },
  ]);
});

test("an answer can stay between the session and whoever wrote", async () => {
  await show();
  await press(say("reply-changed"));
  await act(() => page.querySelector<HTMLInputElement>("input[type=checkbox]")?.click());
  await press(say("reply-send-answer"));
  expect(fake.asked).toEqual([{ do: "answer_feedback", feedback: "r1", answer: "changed", note: null }]);
});

test("the lead lets a reply in, and deletes it", async () => {
  await show();
  await press(say("reply-show"));
  await press(say("reply-delete"));
  expect(fake.asked).toHaveLength(1);
  await press(say("reply-delete-sure"));
  expect(fake.asked).toEqual([
    { do: "show_feedback", feedback: "r1", shown: true },
    { do: "delete_feedback", feedback: "r1" },
  ]);
});

test("everybody else reads it", async () => {
  is("join");
  await show();
  expect(page.textContent).toContain("Who pays?");
  expect(page.querySelector("button")).toBeNull();
});

test("a notice with another number asks again, and an answered reply leaves the plan", async () => {
  await show();
  told = [{ ...REPLY, answer: "changed" }];
  await act(() => {
    fake.notice.value = { ...fake.notice.value, replies: 2 };
  });
  await settled();
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(page.textContent).not.toContain("Who pays?");
});

test("without a reply the page fetches nothing", async () => {
  fake.notice.value = { ...fake.notice.value, replies: 0 };
  await show();
  expect(fetched).not.toHaveBeenCalled();
  expect(page.textContent).toBe("");
});
