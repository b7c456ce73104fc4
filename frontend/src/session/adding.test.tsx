import { type Signal, signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useAdding } from "./drafts";

let page: HTMLElement;
let draft: Signal<string>;
let sent: string[];
let ids: string[];
let answers: ((done: boolean) => void)[];
let add: () => Promise<void>;

beforeEach(async () => {
  page = document.createElement("div");
  draft = signal("");
  [sent, ids, answers] = [[], [], []];
  await act(() => render(<List />, page));
});
afterEach(() => render(null, page));

function List() {
  add = useAdding(draft, (id, text) => {
    sent.push(text);
    ids.push(id);
    return new Promise((answer) => answers.push(answer));
  });
  return null;
}

/** Types more at the end of the field, and presses Enter. */
function enter(more: string): void {
  draft.value += more;
  void add();
}

async function answered(done: boolean): Promise<void> {
  answers.shift()?.(done);
  for (let n = 0; n < 10; n += 1) await Promise.resolve();
}

test("a text is added, and the draft keeps what was typed meanwhile", async () => {
  enter("The price is in it");
  draft.value += "It fi";
  await answered(true);
  expect([sent, draft.value]).toEqual([["The price is in it"], "It fi"]);
});

test("a text that is added while an earlier one is on its way follows it", async () => {
  enter("The price is in it");
  enter("It fits on one page");
  draft.value += "Third";
  expect(sent).toEqual(["The price is in it"]);
  await answered(true);
  expect(sent).toEqual(["The price is in it", "It fits on one page"]);
  await answered(true);
  expect([draft.value, new Set(ids).size]).toEqual(["Third", 2]);
});

test("Enter pressed twice adds one text", async () => {
  enter("The price is in it");
  enter("");
  await answered(true);
  expect([sent, draft.value]).toEqual([["The price is in it"], ""]);
});

test("what was not added stays, and has the same id when it is sent again", async () => {
  enter("The price is in it");
  enter("It fits");
  await answered(false);
  expect(draft.value).toBe("The price is in itIt fits");
  draft.value = "The price is in it";
  enter("");
  await answered(true);
  expect([sent.length, new Set(ids).size, draft.value]).toEqual([2, 1, ""]);
  enter("The price is in it");
  expect(new Set(ids).size).toBe(2);
});
