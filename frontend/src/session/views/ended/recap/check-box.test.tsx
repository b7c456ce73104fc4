import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aSession } from "../../../../../test/fake-session";
import type { Command } from "../../../../worksession.generated";
import type { Answer } from "../../../types";
import { SessionContext } from "../../../use-session";
import { CheckBox } from "./check-box";

let page: HTMLElement;
let asked: Command[];
let waiting: ((answer: Answer) => void)[];

beforeEach(async () => {
  page = document.body.appendChild(document.createElement("div"));
  [asked, waiting] = [[], []];
  await held(false);
});
afterEach(() => {
  render(null, page);
  page.remove();
});

/** Draws the box of what the session says. */
async function held(checked: boolean): Promise<void> {
  const { session } = aSession();
  const ask = (command: Command) => {
    asked.push(command);
    return new Promise<Answer>((answer) => waiting.push(answer));
  };
  await act(() =>
    render(
      <SessionContext.Provider value={{ ...session, ask }}>
        <CheckBox label="Show it" hint="To all" checked={checked} command={(shown) => ({ do: "show_name", shown })} />
      </SessionContext.Provider>,
      page,
    ),
  );
}

const box = () => page.querySelector("input") as HTMLInputElement;
const state = () => [box().checked, box().getAttribute("aria-busy")];
const press = () => act(() => box().click());

/** The first command that waits is answered. */
async function answered(answer: Answer["answer"], why?: string): Promise<void> {
  await act(async () => {
    waiting.shift()?.({ id: "c-1", answer, ...(why ? { why } : {}) });
    for (let n = 0; n < 10; n += 1) await Promise.resolve();
  });
}

test("a press shows at once, and then what the session says", async () => {
  await press();
  expect(state()).toEqual([true, "true"]);
  await held(true);
  await answered("ok");
  expect(state()).toEqual([true, "false"]);
  expect(asked).toEqual([{ do: "show_name", shown: true }]);
});

test("two presses before the page is drawn again ask for what each of them showed", async () => {
  await act(() => {
    box().click();
    box().click();
  });
  expect(asked).toEqual([
    { do: "show_name", shown: true },
    { do: "show_name", shown: false },
  ]);
});

test("an earlier answer does not change what a later press shows", async () => {
  await press();
  await press();
  await held(true);
  await answered("ok");
  expect(state()).toEqual([false, "true"]);
  await held(false);
  await answered("ok");
  expect(state()).toEqual([false, "false"]);
});

test("a press that was refused is taken back, with its reason", async () => {
  await press();
  await answered("retry", "Try again.");
  expect(state()).toEqual([false, "false"]);
  expect(page.textContent).toContain("Try again.");
});
