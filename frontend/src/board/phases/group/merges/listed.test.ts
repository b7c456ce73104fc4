import { expect, test } from "vitest";
import { isMine, keepAsMine } from "../../../actions/my-merges";
import type { Merge } from "../../../engine/state";
import { listed, type Told } from "./listed";

const merge = (id: string, more: Partial<Merge> = {}): Merge => ({
  id,
  into: `group-${id}`,
  moved: {},
  clusters: {},
  created: true,
  ...more,
});
const told = (id: string, line: string, ...texts: string[]): Told => ({ merge: merge(id), line, texts });
const ALL = [told("a", "2 ideas into “Rent”", "A rent freeze"), told("b", "3 ideas into “Land”", "Tax the land")];
const any = () => true;
const ids = (found: readonly Told[]) => found.map((one) => one.merge.id);

test("the newest merge stands first", () => expect(ids(listed(ALL, "", any))).toEqual(["b", "a"]));

test("a search looks into the names of the groups and the texts of the ideas", () => {
  expect(ids(listed(ALL, "rent", any))).toEqual(["a"]);
  expect(ids(listed(ALL, "tax", any))).toEqual(["b"]);
  expect(ids(listed(ALL, "tax rent", any))).toEqual([]);
});

test("mine are those whose group was made or emptied in this browser", () => {
  const mine = () => ["a", "b"].filter((id) => isMine("board")(merge(id)));
  expect(mine()).toEqual([]);
  keepAsMine("board", "group-b");
  expect(mine()).toEqual(["b"]);
  const joined = merge("c", { created: false, into: "group-b", clusters: { x: {} as never } });
  expect(isMine("board")(joined)).toBe(false);
  keepAsMine("board", "x");
  expect(isMine("board")(joined)).toBe(true);
  expect(isMine("other")(joined)).toBe(false);
  const added = merge("d", { created: false, into: "group-b", moved: { y: null as never } });
  expect(isMine("board")(added)).toBe(false);
  keepAsMine("board", "y");
  expect(isMine("board")(added)).toBe(true);
});
