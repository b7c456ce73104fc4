import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession } from "../../../../test/fake-session";
import { say } from "../../../words/say";
import { SessionContext } from "../../use-session";
import { ChainLine } from "./chain-line";
import type { Part } from "./use-chain";

const TWELVE: readonly Part[] = Array.from({ length: 12 }, (_, at) => ({
  words: `Session ${at + 1}`,
  href: at === 11 ? null : `/worksessions/${at + 1}`,
  note: null,
  typed: false,
  here: at === 11,
}));

let page: HTMLElement;

beforeEach(() => {
  page = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("fetch", async () => Response.json({ line: TWELVE, next: null }));
});
afterEach(() => {
  render(null, page);
  page.remove();
  vi.unstubAllGlobals();
});

const rows = (): (string | undefined)[] =>
  [...page.querySelectorAll("li")].map((one) => one.textContent?.replace("→", ""));

test("a long chain shows its beginning and what is near, and all of it after one press", async () => {
  const { session, meta } = aSession();
  Object.assign(session, { boot: { session: "12" } });
  meta.value = { ...meta.value, before: "11" };
  await act(() =>
    render(
      <SessionContext.Provider value={session}>
        <ChainLine />
      </SessionContext.Provider>,
      page,
    ),
  );
  await act(async () => {
    for (let n = 0; n < 10; n += 1) await Promise.resolve();
  });
  const near = ["Session 9", "Session 10", "Session 11", "Session 12"];
  expect(rows()).toEqual(["Session 1", "Session 2", say("chain-between"), ...near]);

  await act(async () => page.querySelector("button")?.click());
  expect(rows()).toEqual(TWELVE.map(({ words }) => words));
  // The button is gone: the keyboard goes on with what came in its place.
  expect(document.activeElement?.textContent).toBe("Session 3");
});
