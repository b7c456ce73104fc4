import { expect, test } from "vitest";
import type { Contract, SessionMeta } from "../../../worksession.generated";
import { goesOn, openingOf, proposed } from "./plan";

const THURSDAY = Date.parse("2026-11-26T09:00:00Z") / 1000;
const ENDED = THURSDAY + 3600;
const WEEK = 7 * 86_400;

type Meta = Pick<SessionMeta, "contract" | "clock" | "kind">;

function meta(contract: Partial<Contract>, kind: SessionMeta["kind"] = "team"): Meta {
  const clock = { began: THURSDAY + 200 } as SessionMeta["clock"];
  return { kind, clock, contract: { starts: null, zone: null, repeats: null, ...contract } as Contract };
}

test("a session that had a time has the same one next week, and repeats as it did", () => {
  const plan = proposed(meta({ starts: THURSDAY, zone: "Europe/Berlin", repeats: "weekly" }), ENDED);
  expect(plan).toEqual({ way: "time", starts: THURSDAY + WEEK, zone: "Europe/Berlin", weekly: true });
  expect(openingOf(plan)).toEqual({
    do: "open_next",
    starts: THURSDAY + WEEK,
    zone: "Europe/Berlin",
    repeats: "weekly",
  });
});

test("one without a time goes on when everybody is there, and would be next week on a quarter of an hour", () => {
  const plan = proposed(meta({}), ENDED);
  expect([plan.way, plan.weekly]).toEqual(["here", false]);
  expect(plan.starts % 900).toBe(0);
  expect(openingOf(plan)).toEqual({ do: "open_next", starts: null });
});

test("what was chosen is what is sent", () => {
  const plan = proposed(meta({ starts: THURSDAY, zone: "Europe/Berlin", repeats: "weekly" }), ENDED);
  expect(openingOf({ ...plan, weekly: false })?.repeats).toBe(null);
  expect(openingOf({ ...plan, way: "none" })).toBe(null);
});

test("another session goes on, one that repeats after every verdict, and nothing before the verdict", () => {
  const weekly = meta({ starts: THURSDAY, repeats: "weekly" });
  expect([null, "done", "nearly", "another"].map((verdict) => goesOn(meta({}), verdict as never))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect([null, "done", "nearly", "another"].map((verdict) => goesOn(weekly, verdict as never))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(goesOn(meta({ repeats: "weekly" }), "done")).toBe(false);
  expect(goesOn(meta({ starts: THURSDAY, repeats: "weekly" }, "individual"), "done")).toBe(false);
});
