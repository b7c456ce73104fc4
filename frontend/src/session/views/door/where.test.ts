import { expect, test } from "vitest";
import type { Item, SessionMeta } from "../../../worksession.generated";
import { where } from "./where";

const DRAFT: Item = {
  title: "Draft",
  minutes: 25,
  extra: 0,
  kind: "work",
  owner: null,
  rank: "V",
  spent: null,
  skipped: false,
};
const AGENDA = new Map([["d", DRAFT]]);
const NOW = 1_795_925_000;

function meta(starts: number | null, since?: number | null, before = 0): SessionMeta {
  const clock = since === undefined ? null : { item: "d", since, before, began: NOW, end: NOW, act: null };
  return { contract: { starts, zone: null, repeats: null }, clock } as unknown as SessionMeta;
}

test("before the start the door says when it is", () => {
  expect(where(meta(null), AGENDA, NOW)).toBe("It starts when everybody is here.");
  expect(where(meta(NOW + 230), AGENDA, NOW)).toMatch(/^Starts at \d\d:\d\d, in 4 minutes$/);
  expect(where(meta(NOW + 60), AGENDA, NOW)).toMatch(/, in 1 minute$/);
  expect(where(meta(NOW + 7200), AGENDA, NOW)).toMatch(/^Starts at \d\d:\d\d$/);
  expect(where(meta(NOW + 6 * 86_400), AGENDA, NOW)).toMatch(/^Starts on \w+day \d+ \w+, \d\d:\d\d$/);
  expect(where(meta(NOW - 60), AGENDA, NOW)).toBe("It starts when everybody is here.");
});

test("whoever is in another zone reads which time it is", () => {
  const { contract, clock } = meta(NOW + 7200);
  const away = { contract: { ...contract, zone: "Pacific/Kiritimati" }, clock } as SessionMeta;
  expect(where(away, AGENDA, NOW)).toMatch(/^Starts on \w+day \d+ \w+, \d\d:\d\d \(.+\)$/);
});

test("of a session that repeats the door says so", () => {
  const { contract, clock } = meta(NOW + 7200);
  const weekly = { contract: { ...contract, repeats: "weekly" }, clock } as SessionMeta;
  expect(where(weekly, AGENDA, NOW)).toMatch(/^Starts at \d\d:\d\d, and every week at this time$/);
});

test("to whoever comes late it says where the work is", () => {
  expect(where(meta(null, NOW - 780), AGENDA, NOW)).toBe("Draft, 12 minutes left");
  expect(where(meta(null, NOW - 60, 1380), AGENDA, NOW)).toBe("Draft, 1 minute left");
  expect(where(meta(null, NOW - 1600), AGENDA, NOW)).toBe("Draft, its time is over");
  expect(where(meta(null, null, 60), AGENDA, NOW)).toBe("Draft, paused");
});
