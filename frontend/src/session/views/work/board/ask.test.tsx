import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, type FakeSession, item, person } from "../../../../../test/fake-session";
import { say } from "../../../../words/say";
import { type AskEverybody as Asked, LIMITS, type SessionMeta } from "../../../../worksession.generated";
import { SessionContext } from "../../../use-session";
import { courseOf } from "../time/course";
import { AskEverybody } from "./ask";
import { askingEverybody, canAsk } from "./asking";

let page: HTMLElement;
let fake: FakeSession;

beforeEach(async () => {
  fake = aSession();
  askingEverybody.value = true;
  page = document.body.appendChild(document.createElement("div"));
  const course = courseOf(fake.session.roots.agenda.value, fake.meta.value.clock, fake.now.value);
  await act(() =>
    render(
      <SessionContext.Provider value={fake.session}>
        <AskEverybody course={course ?? expect.unreachable("it runs")} />
      </SessionContext.Provider>,
      page,
    ),
  );
});
afterEach(() => {
  render(null, page);
  page.remove();
});

const field = () => page.querySelector<HTMLTextAreaElement>("textarea") ?? expect.unreachable("there is a field");
async function types(words: string): Promise<void> {
  await act(() => {
    field().value = words;
    field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}
const asks = (): Promise<void> =>
  act(() => [...page.querySelectorAll("button")].find((one) => one.textContent === say("inside-send"))?.click());
const asked = () => fake.asked as Asked[];

test("a question goes out with its minutes, and the field is empty for the next one", async () => {
  await types("Which one?");
  await act(() => page.querySelectorAll<HTMLInputElement>("input")[1]?.click());
  await asks();
  await vi.waitFor(() => expect(askingEverybody.value).toBe(false));
  expect(asked()).toMatchObject([{ do: "ask_everybody", question: "Which one?", minutes: 5 }]);
  expect(field().value).toBe("");
});

test("what was not carried out says why, keeps the question, and is asked once when it is asked again", async () => {
  const why = "10 boards were opened in this session, and it takes no more.";
  fake.answers.push({ answer: "refused", why });
  await types("Which one?");
  await asks();
  await vi.waitFor(() => expect(page.querySelector("[role=alert]")?.textContent).toBe(why));
  expect(askingEverybody.value).toBe(true);
  expect(field().value).toBe("Which one?");
  await asks();
  await vi.waitFor(() => expect(askingEverybody.value).toBe(false));
  expect(asked()[1]?.item).toBe(asked()[0]?.item);
});

test("an empty question and one that is too long stay where they are", async () => {
  await asks();
  await types("x".repeat(LIMITS.question + 1));
  await asks();
  expect(asked()).toEqual([]);
  expect(page.textContent).toContain(say("board-characters-too-many", { count: 1 }));
});

test("when a board opens meanwhile the dialog goes, and the question waits as a draft", async () => {
  await types("Which one?");
  await act(() => {
    const board = { state: "open", decision: null, asks: true } as const;
    const held = item("Draft", "1", 25, { kind: "board", board });
    fake.roots.agenda.value = new Map([...fake.roots.agenda.value, ["draft", held]]);
  });
  expect(askingEverybody.value).toBe(false);
  expect(field().value).toBe("Which one?");
});

test("four people are enough to hide among", async () => {
  expect(page.textContent).toContain(say("inside-thin", { count: 2 }));
  await act(() => {
    fake.roots.people.value = new Map(["me", "b", "c", "d"].map((one) => [one, person(one)]));
  });
  expect(page.querySelector(".thin")).toBeNull();
});

test.each([
  ["team", 2, true],
  ["brainstorming", 3, true],
  ["team", 1, false],
  ["coworking", 5, false],
  ["individual", 2, false],
  ["deep_work", 2, false],
] as const)("in a %s session with %i people a question can be asked: %s", (kind: SessionMeta["kind"], people, can) => {
  expect(canAsk(kind, people)).toBe(can);
});
