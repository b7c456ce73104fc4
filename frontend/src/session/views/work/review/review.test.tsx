import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { drawing } from "../../../../../test/drawing";
import { aSession, type FakeSession, item, NOW } from "../../../../../test/fake-session";
import type { Condition } from "../../../../worksession.generated";
import { NewsLine } from "../news-line";
import { DoneWhen } from "../rail";
import { courseOf } from "../time/course";
import { ReviewRow } from "./review";

const condition = (text: string, rank: string): Condition => ({ text, met: false, rank, note: null });

let fake: FakeSession;
const { page, show: draw, button, press } = drawing(() => fake);

beforeEach(() => {
  fake = aSession();
  fake.roots.agenda.value = new Map([
    ["draft", item("Draft", "1", 25, { spent: 1500 })],
    ["review", item("Review", "2", 20)],
    ["finish", item("Finish", "3", 5, { kind: "finish" })],
  ]);
  fake.roots.conditions.value = new Map([
    ["a", condition("Price", "1")],
    ["b", condition("Speed", "2")],
  ]);
  shows(null);
});

/** The big screen shows a condition, since Ben or somebody put it there. */
function shows(shown: string | null, by = "ben"): void {
  const { clock } = fake.meta.value;
  if (!clock) throw new Error("nothing runs");
  const acted = { person: by, what: shown ? "show" : "clear", at: NOW, item: "review" } as const;
  fake.meta.value = { ...fake.meta.value, clock: { ...clock, item: "review", shown, act: acted } };
}

test("next, back and a line by itself are put on the big screen", async () => {
  await draw(<DoneWhen walks />);
  await press("Next condition");
  expect(fake.asked).toEqual([{ do: "show_condition", condition: "a", from: null }]);
  await act(() => shows("a"));
  await press("Next condition");
  await act(() => shows("b"));
  expect(button("Next condition")?.getAttribute("aria-disabled")).toBe("true");
  await press("The condition before");
  await press("Show “Price” on the big screen");
  await press("Show “Speed” on the big screen");
  expect(fake.asked.slice(1)).toEqual([
    { do: "show_condition", condition: "b", from: "a" },
    { do: "show_condition", condition: "a", from: "b" },
    { do: "show_condition", condition: "a" },
    { do: "show_condition", condition: null },
  ]);
});

test("the line that is shown is marked for everybody, and leads to its heading where it has one", async () => {
  fake.meta.value = { ...fake.meta.value, clock_by: "lead" };
  shows("a");
  await draw(<DoneWhen walks />);
  expect(page.querySelector("li.shown")?.textContent).toContain("On the big screen");
  expect(page.querySelectorAll("li.shown")).toHaveLength(1);
  expect(button("Go to it")).toBeDefined();
  for (const gone of ["Next condition", "The condition before", "Show “Price” on the big screen"]) {
    expect(button(gone)).toBeUndefined();
  }
  await act(() => shows("b"));
  expect(button("Go to it")).toBeUndefined();
});

test("a phone says which one it is", async () => {
  shows("b");
  await draw(<ReviewRow whole />);
  expect(page.textContent).toContain("On the big screen: Speed");
  expect(page.textContent).toContain("2 of 2");
});

test("where nothing is looked over there is none of it", async () => {
  fake.roots.agenda.value = new Map([...fake.roots.agenda.value, ["more", item("More", "25", 5)]]);
  await draw(<DoneWhen walks />);
  expect(button("Next condition")).toBeUndefined();
  expect(button("Show “Price” on the big screen")).toBeUndefined();
});

test("the line of news says who put it there, after what waits for an answer", async () => {
  shows("b");
  const course = courseOf(fake.roots.agenda.value, fake.meta.value.clock, fake.now.value);
  if (!course) throw new Error("nothing runs");
  await draw(<NewsLine course={course} />);
  expect(page.textContent).toContain("Ben put “Speed” on the big screen.");
  expect(button("Undo (10)")).toBeDefined();
  await act(() => shows(null, "me"));
  expect(page.textContent).toContain("You took “Done when” off the big screen.");
  await act(() => {
    fake.roots.agreements.value = new Map([
      ["q", { text: "One space", open: true, by: "name", at: NOW, why: null, owner: null, agreed: null }],
    ]) as never;
  });
  expect(page.textContent).toContain("Can you live with it?");
});
