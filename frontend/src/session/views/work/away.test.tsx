import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, type FakeSession, item, NOW } from "../../../../test/fake-session";
import { say } from "../../../words/say";
import type { SessionMeta } from "../../../worksession.generated";
import { SessionContext } from "../../use-session";
import { Work } from "./work";

let page: HTMLElement;
let fake: FakeSession;

beforeEach(() => {
  fake = aSession();
  fake.roots.agenda.value = new Map([
    ["pause", item("Break", "1", 5, { kind: "break" })],
    ["finish", item("Finish", "2", 5, { kind: "finish" })],
  ]);
  page = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("CSS", { supports: () => true });
  // The formatted text is of no account here.
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
});
afterEach(() => {
  render(null, page);
  page.remove();
});

const button = (words: string) => [...page.querySelectorAll("button")].find((one) => one.textContent === words);

async function press(words: string): Promise<void> {
  const found = await vi.waitFor(() => button(words) ?? expect.unreachable(`no button ${words}`));
  await act(() => found.click());
}

test.each(["team", "individual", "coworking", "deep_work"] as const)(
  "whoever works on through a break finds the way back to it: %s",
  async (kind) => {
    const clock = { item: "pause", since: NOW, before: 0, began: NOW, end: NOW + 600, act: null };
    fake.meta.value = { ...fake.meta.value, kind, clock } as SessionMeta;
    await act(() =>
      render(
        <SessionContext.Provider value={fake.session}>
          <Work />
        </SessionContext.Provider>,
        page,
      ),
    );
    await press(say("working-keep-working"));
    expect(page.querySelector("main.break")).toBeNull();
    await press(say("working-to-break"));
    expect(page.querySelector("main.break")).not.toBeNull();
  },
);
