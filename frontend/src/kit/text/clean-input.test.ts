import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanInput } from "./clean-input";

let page: HTMLElement;
let field: HTMLTextAreaElement;
let read: string[];

beforeEach(() => {
  page = document.createElement("main");
  document.body.append(page);
  cleanInput(page);
  field = page.appendChild(document.createElement("textarea"));
  read = [];
  field.addEventListener("input", () => read.push(field.value));
});
afterEach(() => page.remove());

function has(value: string, at: number, event: Event): void {
  field.value = value;
  field.setSelectionRange(at, at);
  field.dispatchEvent(event);
}

function typed(isComposing = false): Event {
  return Object.assign(new Event("input", { bubbles: true }), { isComposing });
}

test("pasted text loses overrides and controls before other listeners read it, and the cursor stays", () => {
  has("a \u202eright\u202c\vturn|rest", 14, typed());
  expect(field.value).toBe("a right\nturn|rest");
  expect(read).toEqual(["a right\nturn|rest"]);
  expect(field.selectionStart).toBe("a right\nturn".length);
});

test("a field without such characters is not touched", () => {
  has("👩\u200d👩\u200d👧 می\u200cخواهم ❤\ufe0f\ttab\nline", 3, typed());
  expect(field.value).toBe("👩\u200d👩\u200d👧 می\u200cخواهم ❤\ufe0f\ttab\nline");
  expect(field.selectionStart).toBe(3);
});

test("a composition is cleaned at its end, with an input event", () => {
  has("ko\u2068kugo", 7, typed(true));
  expect(field.value).toBe("ko\u2068kugo");
  field.dispatchEvent(new Event("compositionend", { bubbles: true }));
  expect(read).toEqual(["ko\u2068kugo", "kokugo"]);
});
