import { expect, test } from "vitest";
import { Disk } from "../../test/fake-browser";
import { Store } from "./storage";

test("a full storage loses nothing in this tab and reports trouble until there is room again", () => {
  const disk = new Disk();
  const tab = new EventTarget();
  const store = new Store(disk.seenFrom(tab), "shortlist/b/", tab);
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

test("a forbidden storage works from memory and reports trouble", () => {
  const store = new Store(null, "shortlist/b/", new EventTarget());
  store.write("draft", { text: "x" });
  expect(store.read("draft")).toEqual({ text: "x" });
  expect(store.keys("")).toEqual(["draft"]);
  store.remove("draft");
  expect(store.read("draft")).toBeNull();
  expect(store.trouble.value).toBe(true);
});

test("a store sees only keys with its prefix", () => {
  const disk = new Disk();
  const tab = new EventTarget();
  new Store(disk.seenFrom(tab), "shortlist/a/", tab).write("draft", 1);
  expect(new Store(disk.seenFrom(tab), "shortlist/b/", tab).keys("")).toEqual([]);
});

test("a listener gets the value that another tab wrote, even if it is gone by then", () => {
  const tab = new EventTarget();
  const area = new Disk().seenFrom(tab);
  const store = new Store(area, "shortlist/b/", tab);
  const heard: unknown[] = [];
  store.watch("out/", (key, value) => heard.push([key, value]));
  // Browsers notify the other tabs a moment later: both changes exist when the first event arrives.
  const notify = (key: string, newValue: string | null): unknown =>
    tab.dispatchEvent(Object.assign(new Event("storage"), { key, newValue, storageArea: area }));
  notify("shortlist/b/out/1", '"x"');
  notify("shortlist/b/out/1", null);
  notify("shortlist/b/draft", '"y"');
  notify("shortlist/other/out/1", '"z"');
  expect(heard).toEqual([
    ["out/1", "x"],
    ["out/1", null],
  ]);
});

test("a change in one tab reaches the listeners of the others", () => {
  const disk = new Disk();
  const [left, right] = [new EventTarget(), new EventTarget()];
  const heard: unknown[] = [];
  new Store(disk.seenFrom(right), "shortlist/b/", right).watch("", (key) => heard.push(key));
  new Store(disk.seenFrom(left), "shortlist/b/", left).write("draft", 1);
  expect(heard).toEqual(["draft"]);
});

test("a value that is not JSON reads as null", () => {
  const disk = new Disk();
  const tab = new EventTarget();
  const area = disk.seenFrom(tab);
  area.setItem("shortlist/b/draft", "{not json");
  expect(new Store(area, "shortlist/b/", tab).read("draft")).toBeNull();
});
