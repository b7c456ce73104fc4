import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { foldText } from "./text";

const text = () => document.querySelector("[data-text]") as HTMLElement;
const button = () => document.querySelector("[data-unfold]") as HTMLButtonElement;

beforeEach(() => {
  document.body.innerHTML = `<div data-text><h3 id="place-1">One</h3></div>
    <p hidden data-press><button hidden data-unfold></button></p><h3 id="elsewhere"></h3>`;
  vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(() => {});
});

afterEach(() => {
  location.hash = "";
  document.body.innerHTML = "";
});

function high(rem: number): void {
  Object.defineProperty(text(), "scrollHeight", { value: rem * 16, configurable: true });
  foldText();
}

test("a long text is folded until somebody reads all of it", () => {
  high(60);
  expect([text().classList.contains("folded"), button().hidden]).toEqual([true, false]);
  button().click();
  expect([text().classList.contains("folded"), button().hidden]).toEqual([false, true]);
});

test("a text that is hardly longer than its first part stays open", () => {
  high(40);
  expect([text().classList.contains("folded"), button().hidden]).toEqual([false, true]);
});

test("a link to a heading of the text unfolds it, another one does not", () => {
  high(60);
  location.hash = "#elsewhere";
  window.dispatchEvent(new Event("hashchange"));
  expect(text().classList.contains("folded")).toBe(true);
  location.hash = "#place-1";
  window.dispatchEvent(new Event("hashchange"));
  expect(text().classList.contains("folded")).toBe(false);
});

test("the focus is never in what is folded away", () => {
  high(60);
  document.getElementById("place-1")?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  expect(text().classList.contains("folded")).toBe(false);
});
