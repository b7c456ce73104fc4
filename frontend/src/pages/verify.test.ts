import { beforeEach, expect, test, vi } from "vitest";
import housing from "../../../tests/decisions/golden/housing.json?raw";
import zoning from "../../../tests/recaps/golden/zoning.json?raw";
import { say } from "../words/say";
import { loadSay } from "./check-words";
import { sha256 } from "./sha256";
import { checkFiles, examine, type Known } from "./verify";

/** However busy the machine is. */
const PATIENCE = 20_000;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const HERE = sha256(bytes(housing));
const other = housing.replace("pilot", "build");
const never = (): Promise<Known> => Promise.resolve("never");

test("the record itself is known by its bytes alone, and nobody is asked", async () => {
  const ask = vi.fn(never);
  expect(await examine(bytes(housing), HERE, ask)).toEqual({ what: "same", sum: HERE });
  expect(ask).not.toHaveBeenCalled();
});

test("the same words in another layout are told apart from other words", async () => {
  const laidOut = JSON.stringify(JSON.parse(housing), null, 2);
  expect((await examine(bytes(laidOut), HERE, never)).what).toBe("layout");
  expect((await examine(bytes(`${housing}\n`), HERE, never)).what).toBe("layout");
  expect((await examine(bytes(other), HERE, never)).what).toBe("unknown");
});

test.each([
  ["here", "other"],
  ["gone", "gone"],
  ["never", "unknown"],
  ["unasked", "unasked"],
] as const)("another record that the server says is %s", async (known, what) => {
  const ask = vi.fn((_: string) => Promise.resolve<Known>(known));
  expect(await examine(bytes(other), HERE, ask)).toMatchObject({ what, address: `/decisions/${sha256(bytes(other))}` });
  expect(ask.mock.calls).toEqual([[`/decisions/${sha256(bytes(other))}`]]);
});

test("another record in another layout is asked for by its exact form", async () => {
  const ask = vi.fn((_: string) => Promise.resolve<Known>("here"));
  const laidOut = JSON.stringify(JSON.parse(other), null, 2);
  expect(await examine(bytes(laidOut), HERE, ask)).toMatchObject({
    what: "other_layout",
    address: `/decisions/${sha256(bytes(other))}`,
    sum: sha256(bytes(laidOut)),
  });
});

test.each([
  ["", "foreign"],
  ["<!doctype html>", "foreign"],
  ["null", "foreign"],
  ["[]", "foreign"],
  ['{"format":1}', "foreign"],
  ['{"format":"something else"}', "foreign"],
  ['{"format":"shortlist-other/1"}', "foreign"],
  ['{"format":"shortlist-decision"}', "foreign"],
  ['{"format":"constructor/1"}', "foreign"],
  ['{"format":"shortlist-draft/1"}', "draft"],
  ['{"format":"shortlist-recap-draft/1"}', "preview"],
  ["[".repeat(50_000), "foreign"],
  ['{"format":"shortlist-decision/1","x":9007199254740993}', "unknown"],
])("what is no record is told: %.40s", async (text, what) => {
  expect((await examine(bytes(text), HERE, never)).what).toBe(what);
});

test("a recap is known on its own page, and asked for where recaps are on another", async () => {
  const sum = sha256(bytes(zoning));
  expect(await examine(bytes(zoning), sum, never)).toEqual({ what: "same", sum });
  const laidOut = JSON.stringify(JSON.parse(zoning), null, 2);
  expect((await examine(bytes(laidOut), sum, never)).what).toBe("layout");
  const ask = vi.fn((_: string) => Promise.resolve<Known>("here"));
  expect(await examine(bytes(zoning), HERE, ask)).toEqual({ what: "other", address: `/recaps/${sum}`, sum });
  expect(await examine(bytes(laidOut), HERE, ask)).toMatchObject({ what: "other_layout", address: `/recaps/${sum}` });
  expect(ask.mock.calls).toEqual([[`/recaps/${sum}`], [`/recaps/${sum}`]]);
});

test("one other bit anywhere is found", async () => {
  const content = bytes(housing);
  for (let at = 0; at < content.length; at += 997) {
    content[at] = (content[at] ?? 0) ^ 1;
    expect((await examine(content, HERE, never)).what).not.toBe("same");
    content[at] = (content[at] ?? 0) ^ 1;
  }
});

let box: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = `<div hidden data-verify="${HERE}"><input type="file"><div class="found" data-failed="Not loaded."></div></div>`;
  box = document.querySelector("[data-verify]") as HTMLElement;
  checkFiles(box, loadSay);
});

function choose(name: string, text: string): void {
  const input = box.querySelector("input") as HTMLInputElement;
  Object.defineProperty(input, "files", { value: [new File([text], name)], configurable: true });
  input.dispatchEvent(new Event("change"));
}

test("the box shows itself and says what it found", async () => {
  expect(box.hidden).toBe(false);
  choose("decision.json", housing);
  await vi.waitFor(() => expect(box.textContent).toContain(say("check-file-same")), PATIENCE);
  expect(box.dataset.found).toBe("good");
  expect(box.textContent).toContain(HERE);
});

test("of another record only its address is asked for, and a link leads there", async () => {
  const ask = vi.fn((_: string) => Promise.resolve(new Response("", { status: 200 })));
  vi.stubGlobal("fetch", ask);
  choose("<b>other</b>.json", other);
  await vi.waitFor(() => expect(box.textContent).toContain(say("check-file-other")), PATIENCE);
  expect(box.dataset.found).toBe("bad");
  expect(ask.mock.calls.map(([address]) => address)).toEqual([`/decisions/${sha256(bytes(other))}`]);
  expect(box.querySelector("a")?.getAttribute("href")).toBe(`/decisions/${sha256(bytes(other))}`);
  expect(box.textContent).toContain("<b>other</b>.json");
});

test("of two files the last one is told of", async () => {
  let free: ((answer: Response) => void) | undefined;
  vi.stubGlobal("fetch", () => new Promise<Response>((done) => (free = done)));
  choose("first.json", other);
  await vi.waitFor(() => expect(free).toBeDefined(), PATIENCE);
  choose("second.json", housing);
  await vi.waitFor(() => expect(box.textContent).toContain(say("check-file-same")), PATIENCE);
  free?.(new Response("", { status: 404 }));
  await new Promise((done) => setTimeout(done, 5));
  expect(box.textContent).toContain(say("check-file-same"));
});

test("without its sentences the box says the one that the page brought along", async () => {
  box.replaceWith(box.cloneNode(true));
  box = document.querySelector("[data-verify]") as HTMLElement;
  checkFiles(box);
  choose("decision.json", housing);
  await vi.waitFor(() => expect(box.textContent).toBe("Not loaded."), PATIENCE);
  expect(box.dataset.found).toBeUndefined();
});
