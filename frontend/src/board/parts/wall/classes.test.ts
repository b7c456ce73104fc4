import { expect, test } from "vitest";

/** As text, by the path from `src/`. */
const read = (files: Record<string, unknown>): Map<string, string> =>
  new Map(
    Object.entries(files).map(([path, text]) => [
      new URL(path, "file:///board/parts/wall/").pathname.slice(1),
      String(text),
    ]),
  );

const views = read(
  import.meta.glob(["./*.tsx", "../../phases/*/watch/*.tsx"], { query: "?raw", import: "default", eager: true }),
);
const sheets = read(
  import.meta.glob(["../../**/*.css", "../../../styles/*.css"], { query: "?raw", import: "default", eager: true }),
);
const order =
  read(import.meta.glob("../../../styles/sheets.ts", { query: "?raw", import: "default", eager: true })).get(
    "styles/sheets.ts",
  ) ?? "";

/** The sheets that every page of a board loads, without those of the big screen. */
const loaded = [...order.matchAll(/^import "(.+\.css)";/gm)]
  .map(([, path = ""]) => new URL(path, "file:///styles/").pathname.slice(1))
  .filter((path) => !path.includes("/watch/") && !path.startsWith("board/parts/wall/"));

/** The classes that a sheet styles wherever they stand. */
function anywhere(sheet: string): string[] {
  const plain = sheet.replace(/\/\*.*?\*\//gs, "");
  return [...plain.matchAll(/^ {2}\.([\w-]+) \{/gm)].map(([, name = ""]) => name);
}

/** The classes that a view names in a plain attribute. */
function named(view: string): string[] {
  return [...view.matchAll(/class="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(" "));
}

test("the big screen uses no class that the sheet of another page styles", () => {
  const taken = new Map(loaded.flatMap((path) => anywhere(sheets.get(path) ?? "").map((name) => [name, path])));
  expect(taken.size).toBeGreaterThan(100);
  const used = [...views].flatMap(([path, view]) => named(view).map((name) => ({ name, path })));
  expect(used.length).toBeGreaterThan(50);
  const wrong = used
    .filter(({ name }) => taken.has(name))
    .map(({ name, path }) => `${path}: ${name}, ${taken.get(name)}`);
  expect(wrong).toEqual([]);
});
