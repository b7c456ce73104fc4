import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { PageKeys } from "./keys";

const page = document.createElement("div");
document.body.append(page);

afterEach(() => render(null, page));

function shown(at: number, count: number) {
  const go = vi.fn();
  act(() => render(<PageKeys at={at} count={count} go={go} />, page));
  return go;
}

/** Whether the browser still does what it does with a key. */
const isLeft = (key: string, held: KeyboardEventInit = {}): boolean =>
  document.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true, ...held }));

test("keys turn pages", () => {
  const go = shown(1, 4);
  expect(["ArrowRight", "PageUp", "End"].map((key) => isLeft(key))).toEqual([false, false, false]);
  expect(go.mock.calls).toEqual([[2], [0], [3]]);
  expect(isLeft("a")).toBe(true);
});

test("keys are left alone on a single page, which may scroll, and with a key held", () => {
  let go = shown(0, 1);
  expect([" ", "ArrowDown", "PageDown", "End"].every((key) => isLeft(key))).toBe(true);
  go = shown(0, 3);
  expect(isLeft(" ", { shiftKey: true })).toBe(true);
  expect(isLeft("ArrowRight", { altKey: true })).toBe(true);
  expect(go).not.toHaveBeenCalled();
});

test("the edge that led to the last page keeps the focus there", () => {
  shown(1, 3);
  const edge = page.querySelector<HTMLButtonElement>(".on");
  edge?.focus();
  const go = shown(2, 3);
  expect(document.activeElement).toBe(edge);
  expect([edge?.disabled, edge?.getAttribute("aria-disabled")]).toEqual([false, "true"]);
  edge?.click();
  expect(go).not.toHaveBeenCalled();
});
