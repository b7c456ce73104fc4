import { beforeEach, expect, test } from "vitest";
import { rove } from "../rove";
import { oneStop, stopInEach } from "./roving";

const card = (id: string) => `<li data-idea="${id}"><button data-handle tabindex="-1">${id}</button></li>`;
const box = (ids: string) => `<ul data-cards data-column>${[...ids].map(card).join("")}</ul>`;

beforeEach(() => {
  document.body.innerHTML = box("abc") + box("de");
  stopInEach();
});

const handle = (id: string) => document.querySelector<HTMLElement>(`[data-idea="${id}"] [data-handle]`) as HTMLElement;

/** The cards that Tab reaches, box by box. */
const stops = () =>
  [...document.querySelectorAll("[data-cards]")].map((list) =>
    [...list.querySelectorAll<HTMLElement>("[data-handle]")]
      .filter((one) => one.tabIndex === 0)
      .map((one) => one.textContent),
  );

/** The find box shows only these cards. */
function found(ids: string): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-idea]")) {
    one.toggleAttribute("data-missed", !ids.includes(one.dataset.idea as string));
  }
  stopInEach();
}

test("one card of each box can be reached", () => expect(stops()).toEqual([["a"], ["d"]]));

test("a search that hides the card moves the stop to one that is shown, and back is as good", () => {
  found("bce");
  expect(stops()).toEqual([["b"], ["e"]]);
  found("abcde");
  expect(stops()).toEqual([["b"], ["e"]]);
  found("c");
  expect(stops()[0]).toEqual(["c"]);
});

test("the arrows go to the shown cards only and take the stop along where the box hears the focus", () => {
  found("ace");
  rove(handle("a"), "ArrowDown");
  expect(document.activeElement).toBe(handle("c"));
  rove(handle("c"), "ArrowRight");
  expect(document.activeElement).toBe(handle("e"));
});

test("two stops in a box, as after a card came from another one, become one", () => {
  handle("c").tabIndex = 0;
  oneStop(handle("c").closest("ul"));
  expect(stops()).toEqual([["a"], ["d"]]);
});

test("in columns of one box up and down go on in the next column, left and right go to the one beside", () => {
  document.body.innerHTML = `<div data-cards><ul data-column>${[..."ac"].map(card).join("")}</ul><ul data-column>${[..."bd"].map(card).join("")}</ul></div>${box("e")}`;
  stopInEach();
  expect(stops()).toEqual([["a"], ["e"]]);
  const press = (from: string, key: string) => {
    rove(handle(from), key);
    return document.activeElement?.textContent;
  };
  expect(press("a", "ArrowDown")).toBe("c");
  expect(press("c", "ArrowDown")).toBe("b");
  expect(press("a", "ArrowRight")).toBe("b");
  expect(press("b", "ArrowRight")).toBe("e");
  expect(press("a", "End")).toBe("d");
  expect(press("d", "Home")).toBe("a");
});
