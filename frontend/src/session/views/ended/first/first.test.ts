import { expect, test } from "vitest";
import { type Ended, type First, first, type Who } from "./first";

const WHO: Who = {
  leads: false,
  joined: true,
  finishes: false,
  accepts: false,
  tasks: 0,
  goal: false,
  tired: false,
};
const ENDED: Ended = {
  alone: false,
  another: false,
  next: false,
  shared: false,
  correcting: false,
  replies: 0,
  undated: 0,
};

const who = {
  lead: { leads: true },
  "lead with a task": { leads: true, tasks: 1 },
  "lead who finishes": { leads: true, finishes: true },
  finisher: { finishes: true, tasks: 1, goal: true },
  participant: {},
  "participant with a task": { tasks: 1, goal: true },
  "participant with a goal": { goal: true },
  owner: { joined: false, accepts: true },
  reader: { joined: false },
  tired: { leads: true, tired: true },
} satisfies Record<string, Partial<Who>>;

const sessions = {
  ended: {},
  shared: { shared: true },
  correcting: { shared: true, correcting: true },
  another: { another: true },
  next: { next: true },
  replies: { shared: true, replies: 2, undated: 1 },
  undated: { undated: 1 },
  alone: { alone: true },
  "alone, another": { alone: true, another: true },
} satisfies Record<string, Partial<Ended>>;

/** In the order of `sessions`. */
const TABLE: Record<keyof typeof who, readonly First[]> = {
  lead: ["share", "recap", "correct", "next", "next", "replies", "dates", "none", "next"],
  "lead with a task": ["tasks", "tasks", "correct", "next", "next", "replies", "dates", "none", "next"],
  "lead who finishes": Array(9).fill("finish"),
  finisher: Array(9).fill("finish"),
  participant: ["recap", "recap", "recap", "next", "next", "recap", "recap", "none", "next"],
  "participant with a task": ["tasks", "tasks", "tasks", "tasks", "tasks", "tasks", "tasks", "none", "next"],
  "participant with a goal": ["said", "said", "said", "next", "next", "said", "said", "none", "next"],
  owner: ["accept", "accept", "accept", "accept", "accept", "accept", "accept", "none", "next"],
  reader: ["made", "made", "made", "made", "made", "made", "made", "none", "next"],
  tired: ["share", "recap", "correct", "next", "next", "replies", "dates", "pause", "pause"],
};

test("the whole table", () => {
  const computed = Object.fromEntries(
    Object.entries(who).map(([name, person]) => [
      name,
      Object.values(sessions).map((session) => first({ ...WHO, ...person }, { ...ENDED, ...session })),
    ]),
  );
  expect(computed).toEqual(TABLE);
});
