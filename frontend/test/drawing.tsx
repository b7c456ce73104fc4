import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, vi } from "vitest";
import { SessionContext } from "../src/session/use-session";
import type { FakeSession } from "./fake-session";

export interface Drawing {
  page: HTMLElement;
  show(view: ComponentChild): Promise<void>;
  /** By its text or its label. */
  button(words: string): HTMLButtonElement | undefined;
  press(words: string): Promise<void>;
}

/** Where the tests of a file draw views of a session: it is empty before each of them. `fake` is that of the test. */
export function drawing(fake: () => FakeSession): Drawing {
  const page = document.createElement("div");
  beforeEach(() => {
    document.body.append(page);
    vi.stubGlobal("CSS", { supports: () => true });
  });
  afterEach(() => {
    render(null, page);
    page.remove();
  });

  const button = (words: string): HTMLButtonElement | undefined =>
    [...page.querySelectorAll("button")].find(
      (one) => one.textContent?.trim() === words || one.getAttribute("aria-label") === words,
    );
  return {
    page,
    show: (view) =>
      act(() => render(<SessionContext.Provider value={fake().session}>{view}</SessionContext.Provider>, page)),
    button,
    press: async (words) => {
      const found = button(words);
      if (!found) throw new Error(`no button ${words} in ${page.textContent}`);
      await act(async () => {
        found.click();
        await Promise.resolve();
      });
    },
  };
}
