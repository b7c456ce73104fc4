import { afterAll, beforeEach, expect, test, vi } from "vitest";
import vectors from "../../../tests/data/pseudo.json";
import { accented, messages } from "../../words";

beforeEach(() => {
  vi.resetModules();
  document.head.innerHTML = '<link rel="words" data-words="board" href="/words/board.json">';
});
// The next file finds the language of all tests.
afterAll(() => {
  vi.resetModules();
});

test.each(vectors)("letters of a pseudo-locale are those of the server: $plain", ({ plain, disguised }) => {
  expect(accented(plain)).toBe(disguised);
});

test("a pseudo-locale brackets each message and leaves its parameters", async () => {
  const { addWords, say } = await import("./say");
  addWords("step", messages("step", true));
  expect(say("step-diverge")).toBe(`⟦${accented("Write")}⟧`);
});

test("messages of an area are fetched once, from the file that the page names", async () => {
  const { loadWords, say } = await import("./say");
  const fetched = vi.fn(async () => new Response(JSON.stringify(messages("board", false))));
  vi.stubGlobal("fetch", fetched);
  await Promise.all([loadWords("board"), loadWords("board")]);
  expect(fetched.mock.calls.map(([url]: unknown[]) => new URL(String(url)).pathname)).toEqual(["/words/board.json"]);
  expect(say("board-cancel")).toBe("Cancel");
});

test("messages that the page brings are not fetched", async () => {
  const { loadWords, say } = await import("./say");
  const fetched = vi.fn();
  vi.stubGlobal("fetch", fetched);
  const brought = document.createElement("script");
  brought.type = "application/json";
  brought.dataset.words = "step";
  brought.textContent = JSON.stringify(messages("step", false));
  document.body.replaceChildren(brought);
  await loadWords("step");
  expect(say("step-diverge")).toBe("Write");
  expect(fetched).not.toHaveBeenCalled();
});

test("messages that could not be fetched are fetched again when they are wanted again", async () => {
  const { loadWords, say } = await import("./say");
  vi.stubGlobal(
    "fetch",
    vi
      .fn()
      .mockResolvedValueOnce(new Response("", { status: 404 }))
      .mockResolvedValueOnce(new Response(JSON.stringify(messages("board", false)))),
  );
  await expect(loadWords("board")).rejects.toThrow("404");
  await loadWords("board");
  expect(say("board-cancel")).toBe("Cancel");
});

test.each([
  [1, "1"],
  [999, "999"],
  [1000, "1,000"],
  [999_999, "999,999"],
  [1_234_567, "1,234,567"],
  [-1, "-1"],
  [0.5, "0.5"],
])("the number %d is written as its language writes it", async (number, written) => {
  const { addWords, say } = await import("./say");
  addWords("board", {
    locale: "en",
    body: [{ id: "board-cancel", value: [{ type: "var", name: "n" }], attributes: {} }],
  });
  expect((say as (key: string, params: object) => string)("board-cancel", { n: number })).toBe(written);
});

test("another language writes small numbers in its own digits", async () => {
  const { addWords, say } = await import("./say");
  addWords("board", {
    locale: "ar-EG",
    body: [{ id: "board-cancel", value: [{ type: "var", name: "n" }], attributes: {} }],
  });
  expect((say as (key: string, params: object) => string)("board-cancel", { n: 7 })).toBe("٧");
});
