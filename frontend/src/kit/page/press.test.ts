import { options } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPress, holdDrawing } from "./press";

let stop: () => void;
let done: string[];

beforeEach(() => {
  vi.useFakeTimers();
  stop = holdDrawing();
  done = [];
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function point(type: string, x = 40, y = 700): void {
  document.body.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: x, clientY: y }));
}

test("what would move something waits from the press until its click is handled", () => {
  const handled = () => done.push("click");
  document.body.addEventListener("click", handled);
  point("pointerdown");
  afterPress(() => done.push("moved"));
  // A touch moves the focus between its release and its click.
  point("pointerup");
  afterPress(() => done.push("moved again"));
  vi.advanceTimersByTime(300);
  expect(done).toEqual([]);
  point("click");
  document.body.removeEventListener("click", handled);
  expect(done).toEqual(["click"]);
  vi.advanceTimersByTime(0);
  expect(done).toEqual(["click", "moved", "moved again"]);
  afterPress(() => done.push("at once"));
  expect(done.at(-1)).toBe("at once");
});

test("nothing is drawn during a press, whatever changes", async () => {
  const drawn = vi.fn();
  point("pointerdown");
  options.debounceRendering?.(drawn);
  await Promise.resolve();
  expect(drawn).not.toHaveBeenCalled();
  point("click");
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toHaveBeenCalledOnce();
});

test.each([
  ["the browser takes it for a scroll", () => point("pointercancel")],
  ["the pointer moves away, as in a drag", () => point("pointermove", 40, 715)],
  [
    "no click follows",
    () => {
      point("pointerup");
      vi.advanceTimersByTime(600);
    },
  ],
  ["it lasts too long", () => vi.advanceTimersByTime(2000)],
])("a press is over when %s", (_, ends) => {
  point("pointerdown");
  afterPress(() => done.push("moved"));
  point("pointermove", 43, 704);
  expect(done).toEqual([]);
  ends();
  expect(done).toEqual(["moved"]);
});

test("a frame that a click handler requests comes after what waited", () => {
  const own = (event: Event) => {
    event.stopPropagation();
    requestAnimationFrame(() => done.push("frame"));
  };
  document.body.addEventListener("click", own);
  point("pointerdown");
  afterPress(() => done.push("moved"));
  point("click");
  document.body.removeEventListener("click", own);
  vi.advanceTimersByTime(50);
  expect(done).toEqual(["moved", "frame"]);
});

test("the second half of a double press does not press what moved under it", () => {
  const heard: string[] = [];
  const [add, edit] = ["add", "edit"].map((name) => {
    const button = document.createElement("button");
    button.append(document.createElement("span"));
    button.addEventListener("click", () => heard.push(name));
    document.body.append(button);
    return button;
  });
  const press = (on: Element | null | undefined, detail: number): boolean => {
    const events = ["mousedown", "click"].map(
      (type) => new MouseEvent(type, { bubbles: true, cancelable: true, detail }),
    );
    for (const event of events) on?.dispatchEvent(event);
    return events.some((event) => event.defaultPrevented);
  };
  expect(press(add, 1)).toBe(false);
  expect(press(edit?.firstChild as Element, 2)).toBe(true);
  // Where nothing can be pressed, the focus stays all the same.
  expect(press(document.body, 3)).toBe(true);
  expect(heard).toEqual(["add"]);

  press(add?.firstChild as Element, 1);
  press(add, 2);
  press(edit, 1);
  expect(heard).toEqual(["add", "add", "add", "edit"]);
  // Two presses on a text select a word of it.
  press(document.body, 1);
  expect(press(document.body, 2)).toBe(false);
  // A key presses, too.
  press(edit, 0);
  expect(heard.at(-1)).toBe("edit");
  for (const button of [add, edit]) button?.remove();
});
