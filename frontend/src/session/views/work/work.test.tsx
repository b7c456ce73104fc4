import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { drawing } from "../../../../test/drawing";
import { aSession, type FakeSession, item, NOW, person } from "../../../../test/fake-session";
import { ClockButtons } from "./acts/bar";
import { Extend } from "./acts/extend";
import { Question } from "./margin/answer";
import { Later } from "./margin/later";
import { NewsLine } from "./news-line";
import { NothingToDo } from "./people/stuck-people";
import { DoneWhen } from "./rail";
import { courseOf } from "./time/course";

const NO = { answer: "refused", code: "last_item", why: "Not now." } as const;

let fake: FakeSession;
const { page, show, press } = drawing(() => fake);

beforeEach(() => {
  fake = aSession();
});

async function type(text: string): Promise<void> {
  const field = page.querySelector<HTMLTextAreaElement>("textarea");
  if (!field) throw new Error("no field");
  await act(() => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}

async function submit(): Promise<void> {
  await act(async () => {
    page.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
    await Promise.resolve();
  });
}

const course = () => {
  const found = courseOf(fake.session.roots.agenda.value, fake.meta.value.clock, fake.now.value);
  if (!found) throw new Error("nothing runs");
  return found;
};

test("a condition is ticked by the document alone, and a refusal stands at it", async () => {
  await show(<DoneWhen />);
  fake.answers.push(NO);
  const box = page.querySelector<HTMLInputElement>("input[type=checkbox]");
  await act(async () => {
    box?.click();
    await Promise.resolve();
  });
  expect(fake.asked).toEqual([{ do: "tick_condition", condition: "c", met: true }]);
  expect(box?.checked).toBe(false);
  expect([...page.querySelectorAll("li [role=alert]")].map((one) => one.textContent).join("")).toBe("Not now.");
});

test("what was typed stays until the server has it, also when its place on the page was gone meanwhile", async () => {
  await show(<Later />);
  await type("the school");
  fake.answers.push(NO);
  await submit();
  expect(page.querySelector("textarea")?.value).toBe("the school");
  expect(page.textContent).toContain("Not now.");
  await act(() => render(null, page));
  await show(<Later />);
  expect(page.querySelector("textarea")?.value).toBe("the school");
  await submit();
  expect(page.querySelector("textarea")?.value).toBe("");
  expect(fake.asked).toMatchObject([
    { do: "park", text: "the school" },
    { do: "park", text: "the school" },
  ]);
});

test("the same words after a lost answer are sent under the same id", async () => {
  await show(<Later />);
  await type("the school");
  fake.answers.push({ answer: "retry", why: "Lost." });
  await submit();
  await submit();
  const [first, second] = fake.asked as { parked: string }[];
  expect(first?.parked).toBe(second?.parked);
});

test("at zero a banner says so and nothing is sent", async () => {
  fake.now.value = NOW + 25 * 60;
  await show(<NewsLine course={course()} />);
  expect(page.textContent).toContain("Draft is over. Next: Finish, 5 min.");
  expect(fake.asked).toEqual([]);
});

test("whoever may not move the clock sees who does, and no buttons", async () => {
  fake.meta.value = { ...fake.meta.value, clock_by: "lead" };
  await show(<ClockButtons course={course()} />);
  expect(page.querySelector("button")).toBeNull();
  fake.leads.value = true;
  await show(<ClockButtons course={course()} />);
  await press("Next: Finish");
  expect(fake.asked).toEqual([{ do: "next_item", from: "draft" }]);
});

test("more time is asked for with the item that gives it", async () => {
  fake.roots.agenda.value = new Map([...fake.roots.agenda.value, ["review", item("Review", "15", 20)]]);
  const done = vi.fn();
  await show(<Extend course={course()} onDone={done} />);
  const offer = [...page.querySelectorAll("li button")].find((one) => one.textContent?.startsWith("From Review"));
  await act(async () => {
    (offer as HTMLElement).click();
    await Promise.resolve();
  });
  expect(fake.asked).toEqual([{ do: "extend", seconds: 300, from: "review" }]);
  expect(done).toHaveBeenCalledOnce();
});

test("an act of somebody else is named and can be taken back for ten seconds", async () => {
  const clock = fake.meta.value.clock as NonNullable<typeof fake.meta.value.clock>;
  fake.meta.value = {
    ...fake.meta.value,
    clock: { ...clock, act: { person: "ben", what: "next", at: NOW, item: "draft" } },
  };
  await show(<NewsLine course={course()} />);
  expect(page.textContent).toContain("Ben moved on to Draft.");
  await press("Undo (10)");
  expect(fake.asked).toEqual([{ do: "undo_clock" }]);
});

test("a question by level shows how many answered and keeps my answer, never whose they are", async () => {
  const closed = { silent: null, reasons: [], why_not: null, agreed: null, answers: null, by_name: null };
  const agreement = { text: "One space", why: null, owner: null, open: true, by: "level", at: NOW, ...closed } as const;
  fake.roots.agreements.value = new Map([["a", agreement]]);
  fake.notice.value = { ...fake.notice.value, here: null, present: 4, answered: { a: 3 } };
  await show(<Question id="a" />);
  expect(page.textContent).toContain("3 of 4 answered.");
  await act(async () => {
    page.querySelectorAll<HTMLInputElement>("input[type=radio]")[2]?.click();
    await Promise.resolve();
  });
  expect(fake.asked).toEqual([{ do: "answer_agreement", agreement: "a", level: 3, reason: null }]);
});

test("people with nothing to do and the lead see it", async () => {
  fake.roots.people.value = new Map([
    ["me", person("Ana", { taken: "Price" })],
    ["ben", person("Ben")],
  ]);
  await show(<NothingToDo />);
  expect(page.textContent).toBe("");
  await act(() => {
    fake.leads.value = true;
  });
  expect(page.textContent).toContain("1 person has nothing to do yet.");
});

test("a free heading is offered once: beside the list of headings only the sentence stands", async () => {
  fake.roots.people.value = new Map([
    ["me", person("Ana")],
    ["ben", person("Ben", { taken: "Price" })],
  ]);
  fake.meta.value = { ...fake.meta.value, headings: ["Price", "Scope"].map((words) => ({ words, level: 2 })) };
  await show(<NothingToDo />);
  expect(page.textContent).toContain("Take “Scope”");
  await show(<NothingToDo listed />);
  expect(page.textContent).toBe("You have nothing to do yet.");
});
