import { expect, test } from "vitest";
import type { Task } from "../../../../worksession.generated";
import type { Somebody } from "../text/places";
import { idle, seesIdle } from "./idle";

function somebody(id: string, taken: string | null = null): Somebody {
  const nothing = { goal: null, reach: null, outcome: null, note: null, stuck: null };
  const rest = { role: "member", colour: 0, decider: false, back: false, shown: false, removed: false } as const;
  return { ...nothing, ...rest, id, name: id, taken };
}

const task = (person: string, state: Task["state"]): Task => ({
  text: "count",
  owner: { person },
  when: null,
  first_step: null,
  state,
  note: null,
  item: null,
});

const PEOPLE = [somebody("lead", "A"), somebody("ben"), somebody("ana"), somebody("jo"), somebody("away")];
const TASKS = new Map([
  ["t", task("ben", "open")],
  ["u", task("ana", "done")],
]);
const HERE = ["lead", "ben", "ana", "jo"];

test("somebody who is here, has no place and no open task has nothing to do", () => {
  expect(idle(PEOPLE, TASKS, HERE).map(({ id }) => id)).toEqual(["ana", "jo"]);
});

test("nobody is shown while presence is hidden", () => {
  expect(idle(PEOPLE, TASKS, null)).toEqual([]);
});

test("those themselves and whoever leads see it, and nobody else", () => {
  const waiting = idle(PEOPLE, TASKS, HERE);
  const sees = (id: string, leads = false) => seesIdle(waiting, id, leads, HERE.length);
  expect([sees("lead", true), sees("ana"), sees("ben"), sees("away")]).toEqual([true, true, false, false]);
  expect(seesIdle([], "lead", true, 4)).toBe(false);
  expect(seesIdle(waiting, "jo", true, 1)).toBe(false);
});
