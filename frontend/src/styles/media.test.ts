import { expect, test } from "vitest";
import script from "../kit/page/use-phone.ts?raw";
import media from "./media.css?raw";

const SHEETS = import.meta.glob<string>(["../{board,kit,styles}/**/*.css", "!./media.css"], {
  query: "?raw",
  import: "default",
  eager: true,
});

test("a board changes its layout at four widths alone", () => {
  const names = [...media.matchAll(/@custom-media (--\w+)/g)].map(([, name]) => name);
  expect(names).toHaveLength(4);
  const conditions = Object.entries(SHEETS).flatMap(([at, sheet]) =>
    [...sheet.matchAll(/@media ([^{]+)/g)].map(([, condition = ""]) => [at, condition.trim()] as const),
  );
  expect(conditions.length).toBeGreaterThan(30);
  expect(conditions.filter(([, condition]) => /width/.test(condition))).toEqual([]);
  const used = conditions.flatMap(([at, condition]) => [...condition.matchAll(/--\w+/g)].map(([name]) => [at, name]));
  expect(used.filter(([, name]) => !names.includes(name))).toEqual([]);
});

test("scripts and sheets call the same width a phone", () => {
  expect(script).toContain(media.match(/--phone (\(.+\));/)?.[1]);
});
