import { expect, test } from "vitest";
import { Disk } from "./stage-browser";
import { Store } from "./storage";

test("a full storage loses nothing in this tab and says so, until there is room again", () => {
  const disk = new Disk();
  const tab = new EventTarget();
  const store = new Store(disk.seenFrom(tab), "b", tab);
  expect(store.write("idea/1", "one")).toBe(true);
  disk.full = true;
  expect(store.write("idea/1", "changed")).toBe(false);
  expect(store.write("idea/2", "two")).toBe(false);
  expect(store.trouble.value).toBe(true);
  expect(store.read("idea/1")).toBe("changed");
  expect(store.keys("idea/")).toEqual(["idea/1", "idea/2"]);
  disk.full = false;
  store.remove("idea/1");
  expect(store.trouble.value).toBe(false);
  expect(disk.text).toContain("two");
});

test("a forbidden storage works from memory and says so", () => {
  const store = new Store(null, "b", new EventTarget());
  store.write("draft", { text: "x" });
  expect(store.read("draft")).toEqual({ text: "x" });
  expect(store.keys("")).toEqual(["draft"]);
  store.remove("draft");
  expect(store.read("draft")).toBeNull();
  expect(store.trouble.value).toBe(true);
});

test("boards do not see each other's things", () => {
  const disk = new Disk();
  const tab = new EventTarget();
  new Store(disk.seenFrom(tab), "a", tab).write("draft", 1);
  expect(new Store(disk.seenFrom(tab), "b", tab).keys("")).toEqual([]);
});

test("another tab hears what was written, also when it is gone again by then", () => {
  const disk = new Disk();
  const [left, right] = [new EventTarget(), new EventTarget()];
  const one = new Store(disk.seenFrom(left), "b", left);
  const two = new Store(disk.seenFrom(right), "b", right);
  const heard: unknown[] = [];
  two.watch("out/", (key, value) => heard.push([key, value]));
  one.write("out/1", "x");
  one.remove("out/1");
  one.write("draft", "y");
  expect(heard).toEqual([
    ["out/1", "x"],
    ["out/1", null],
  ]);
});

test("what somebody else left in the storage is no error", () => {
  const disk = new Disk();
  const tab = new EventTarget();
  const area = disk.seenFrom(tab);
  area.setItem("shortlist/b/draft", "{not json");
  expect(new Store(area, "b", tab).read("draft")).toBeNull();
});
