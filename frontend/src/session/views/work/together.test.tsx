import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { drawing } from "../../../../test/drawing";
import { aSession, type FakeSession, item, NOW, person } from "../../../../test/fake-session";
import { say } from "../../../words/say";
import { Break } from "./break";
import { Agenda } from "./margin/agenda";
import { Question } from "./margin/answer";
import { StuckPeople } from "./people/stuck-people";
import { SideBySide } from "./side-by-side";
import { courseOf } from "./time/course";

let fake: FakeSession;
const { page, show, button, press } = drawing(() => fake);

beforeEach(() => {
  fake = aSession();
});

const course = () => {
  const found = courseOf(fake.session.roots.agenda.value, fake.meta.value.clock, fake.now.value);
  if (!found) throw new Error("nothing runs");
  return found;
};

function asked(present: number, answered: number): void {
  const closed = { silent: null, reasons: [], why_not: null, agreed: null, answers: null, by_name: null };
  const agreement = { text: "One space", why: null, owner: null, open: true, by: "level", at: NOW, ...closed } as const;
  fake.roots.agreements.value = new Map([["a", agreement]]);
  fake.notice.value = { ...fake.notice.value, here: null, present, answered: { a: answered } };
}

test.each([0, 1, 2])("%d of four answers are waited for, or the question is withdrawn", async (answered) => {
  asked(4, answered);
  await show(<Question id="a" />);
  expect(button(say("working-show-answers"))).toBeUndefined();
  expect(page.textContent).toContain("The answers are shown once 3 people have answered");
  await press(say("working-withdraw"));
  expect(fake.asked).toEqual([{ do: "close_agreement", agreement: "a", withdraw: true }]);
});

test.each([
  [4, 3],
  [2, 1],
])("of %d people %d answers can be shown", async (present, answered) => {
  asked(present, answered);
  await show(<Question id="a" />);
  await press(say("working-show-answers"));
  expect(fake.asked).toEqual([{ do: "close_agreement", agreement: "a" }]);
});

test("what others have answered is withdrawn by the lead alone", async () => {
  asked(4, 3);
  await show(<Question id="a" />);
  expect(button(say("working-withdraw"))).toBeUndefined();
  await act(() => {
    fake.leads.value = true;
  });
  expect(button(say("working-withdraw"))).toBeDefined();
});

test.each([
  [["me"], true],
  [["ben"], false],
])("of a question by name that %j answered, withdrawing is offered: %s", async (answered, offered) => {
  asked(2, 0);
  const one = fake.roots.agreements.value.get("a");
  if (!one) throw new Error("no agreement");
  const by_name = Object.fromEntries(answered.map((id) => [id, true]));
  fake.roots.agreements.value = new Map([["a", { ...one, by: "name", by_name }]]);
  await show(<Question id="a" />);
  expect(button(say("working-withdraw")) !== undefined).toBe(offered);
});

test("an item of the agenda is taken, and let go, in its row", async () => {
  await show(<Agenda />);
  await press(say("working-take-place", { heading: "Draft" }));
  expect(fake.asked).toEqual([{ do: "take", item: "draft" }]);
  expect(button(say("working-take-place", { heading: "Finish" }))).toBeUndefined();
  const taken = person("Ana", { taken: "draft" });
  await act(() => {
    fake.myself.value = taken;
    fake.roots.people.value = new Map([...fake.roots.people.value, ["me", taken]]);
  });
  await press(say("working-leave-place", { heading: "Draft" }));
  expect(fake.asked.at(-1)).toEqual({ do: "take", item: null });
});

test("who is stuck is named with the place, be it a heading or an item", async () => {
  fake.roots.people.value = new Map([
    ["me", person("Ana", { stuck: "no figures", taken: "Price" })],
    ["ben", person("Ben", { stuck: "", taken: "draft" })],
    ["jo", person("Jo", { stuck: "" })],
  ]);
  await show(<StuckPeople />);
  expect([...page.querySelectorAll("li")].map((one) => one.textContent)).toEqual([
    "You are stuck at “Price”no figures",
    "Ben is stuck at “Draft”",
    "Jo is stuck",
  ]);
});

test("when the break is over it says since when, and one thing is to be pressed", async () => {
  const agenda = [
    ["draft", item("Break", "1", 5, { kind: "break" })],
    ["finish", item("Finish", "2", 5, { kind: "finish" })],
  ] as const;
  fake.roots.agenda.value = new Map(agenda);
  fake.now.value = NOW + 5 * 60 + 123;
  await show(<Break course={course()} onWork={() => undefined} />);
  expect(page.querySelector(".so")?.textContent).toContain("The break ended 2:03 ago.");
  expect(page.querySelectorAll(".news p")).toHaveLength(0);
  expect([...page.querySelectorAll(".go")].map((one) => one.textContent?.trim())).toEqual([say("working-im-back")]);
  await act(() => {
    fake.myself.value = person("Ana", { back: true });
  });
  expect([...page.querySelectorAll(".go")].map((one) => one.textContent?.trim())).toEqual(["Next: Finish"]);
});

test("a goal that comes from the door takes the place of the form", async () => {
  fake.meta.value = { ...fake.meta.value, kind: "coworking" };
  await show(<SideBySide course={course()} onBack={null} />);
  expect(button(say("working-set-goal"))).toBeDefined();
  await act(() => {
    fake.roots.people.value = new Map([["me", person("Ana", { goal: "Ten slides" })]]);
  });
  expect(button(say("working-set-goal"))).toBeUndefined();
  expect(page.querySelector(".mine h2")?.textContent).toBe("Ten slides");
});
