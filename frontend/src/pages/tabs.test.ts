import { beforeEach, expect, test } from "vitest";
import { easeTabs } from "./tabs";

const PAGE = `
  <h1><span class="tabs">
    <a id="tab-decide" data-tab="decide" href="/?start=decide" aria-current="page">Decide</a>
    <a id="tab-work" data-tab="work" href="/?start=work">Do</a>
  </span></h1>
  <div class="panel" data-tab="decide"><form><textarea id="question"></textarea></form></div>
  <div class="panel" data-tab="work" hidden><form class="work">
    <textarea id="artifact"></textarea>
    <input type="radio" name="kind" value="individual" checked><input type="radio" name="kind" value="team">
    <input type="radio" name="length" value="usual" checked><input type="radio" name="length" value="90">
    <input type="checkbox" name="quiet" value="deep_work"><input type="checkbox" name="ideas" value="brainstorming">
  </form></div>
  <div class="panel" data-tab="decide"><p>How it works</p></div>`;

const part = <E extends HTMLElement>(name: string): E => document.querySelector(name) as E;
const shown = () => [...document.querySelectorAll<HTMLElement>(".panel")].map(({ hidden }) => !hidden);
const remembered = () => document.cookie.match(/start=([^;]*)/)?.[1];

beforeEach(() => {
  document.body.innerHTML = PAGE;
  // biome-ignore lint/suspicious/noDocumentCookie: happy-dom has no other way
  document.cookie = "start=;max-age=0;path=/";
  easeTabs(document);
});

test("the links become tabs, and the one that is open can be reached by Tab", () => {
  expect(part(".tabs").getAttribute("role")).toBe("tablist");
  expect(part("#tab-decide").getAttribute("aria-selected")).toBe("true");
  expect([part("#tab-decide").tabIndex, part("#tab-work").tabIndex]).toEqual([0, -1]);
  expect(shown()).toEqual([true, false, true]);
  expect(remembered()).toBeUndefined();
});

test("a press opens a tab, puts the cursor into its field and is remembered", () => {
  part("#tab-work").click();
  expect(shown()).toEqual([false, true, false]);
  expect(document.activeElement).toBe(part("#artifact"));
  expect(remembered()).toBe("work.individual.usual");
});

test("arrow keys go from tab to tab and keep the focus there", () => {
  part("#tab-decide").dispatchEvent(
    new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }),
  );
  expect(document.activeElement).toBe(part("#tab-work"));
  expect(part("#tab-work").getAttribute("aria-selected")).toBe("true");
  part("#tab-work").dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true, cancelable: true }));
  expect(document.activeElement).toBe(part("#tab-decide"));
  expect(shown()).toEqual([true, false, true]);
});

test("what is chosen for a session is remembered; quiet is for one person, ideas first for several", () => {
  part<HTMLInputElement>('[name="quiet"]').click();
  expect(remembered()).toBe("decide.deep_work.usual");
  part<HTMLInputElement>('[value="team"]').click();
  part<HTMLInputElement>('[value="90"]').click();
  expect(remembered()).toBe("decide.team.90");
  part<HTMLInputElement>('[name="ideas"]').click();
  expect(remembered()).toBe("decide.brainstorming.90");
  part<HTMLInputElement>('[value="individual"]').click();
  expect(remembered()).toBe("decide.deep_work.90");
});

test("with a key that opens another window the link stays a link", () => {
  const press = new MouseEvent("click", { ctrlKey: true, bubbles: true, cancelable: true });
  part("#tab-work").dispatchEvent(press);
  expect(press.defaultPrevented).toBe(false);
  expect(shown()).toEqual([true, false, true]);
});
