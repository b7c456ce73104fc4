import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { later, useMissing, useSlices, whenIdle } from "./slices";

const page = document.createElement("div");
let idle: (() => void)[];
let now: number;
/** How many things each render of the list had. */
let sizes: number[];

beforeEach(() => {
  idle = [];
  now = 1000;
  sizes = [];
  vi.stubGlobal("requestIdleCallback", (rest: () => void) => idle.push(rest));
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => act(() => render(null, page)));

/** The page is idle once. */
async function rests(): Promise<void> {
  for (const rest of idle.splice(0)) rest();
  await new Promise((heard) => setTimeout(heard));
}

function Missing({ missing }: { missing: boolean }) {
  useMissing(missing);
  return null;
}

/** A list that takes `takes` milliseconds to render. */
function List({ total, takes }: { total: number; takes: number }) {
  sizes.push(useSlices(total, 10, 10));
  now += takes;
  return null;
}

const show = (view: preact.ComponentChild) => act(() => render(view, page));

test("what comes later is loaded when nothing that goes before it is missing any more", async () => {
  await show(<Missing missing />);
  const load = vi.fn(async () => "part");
  const loaded = later(load)();
  await rests();
  expect(load).not.toHaveBeenCalled();
  await show(<Missing missing={false} />);
  await rests();
  expect(await loaded).toBe("part");
  expect(load).toHaveBeenCalledOnce();
});

test("on a page that has everything, what comes later is loaded at once", async () => {
  expect(await later(async () => "part")()).toBe("part");
  expect(idle).toEqual([]);
});

test("what comes later is loaded after five seconds on a page that never gets its document", async () => {
  await show(<Missing missing />);
  const load = vi.fn(async () => "part");
  const loaded = later(load)();
  now += 4999;
  await rests();
  expect(load).not.toHaveBeenCalled();
  now += 1;
  await rests();
  expect(await loaded).toBe("part");
});

test("a missing part that leaves the page holds nothing back", async () => {
  await show(<Missing missing />);
  await show(null);
  expect(await later(async () => "part")()).toBe("part");
});

test("a list is drawn slice by slice to its end", async () => {
  await show(<List total={35} takes={1000} />);
  expect(sizes).toEqual([10, 20, 30, Number.POSITIVE_INFINITY]);
});

test("slices double at most where they are rendered in no time", async () => {
  await show(<List total={500} takes={1} />);
  expect(sizes).toEqual([10, 20, 40, 80, 160, 320, Number.POSITIVE_INFINITY]);
});

test("whoever waits for an idle page waits for its lists too", async () => {
  let over = false;
  await show(<Missing missing />);
  void whenIdle().then(() => {
    over = true;
  });
  await rests();
  expect(over).toBe(false);
  await show(<Missing missing={false} />);
  await rests();
  expect(over).toBe(true);
});
