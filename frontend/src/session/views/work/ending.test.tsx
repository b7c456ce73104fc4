import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aSession, type FakeSession, NOW, person } from "../../../../test/fake-session";
import { SessionContext } from "../../use-session";
import { finishing } from "./ending";
import { FREE } from "./news";
import { NewsLine } from "./news-line";
import { courseOf } from "./time/course";

const HOUR = 3600;

let page: HTMLElement;
let fake: FakeSession;

beforeEach(() => {
  fake = aSession();
  page = document.body.appendChild(document.createElement("div"));
  fake.notice.value = { ...fake.notice.value, left_open: NOW };
  fake.now.value = NOW + HOUR;
  finishing.value = false;
});
afterEach(() => {
  render(null, page);
  page.remove();
});

/** Shows the line; returns its buttons. */
async function shown(onFinish = false): Promise<HTMLButtonElement[]> {
  const course = courseOf(fake.session.roots.agenda.value, fake.meta.value.clock, fake.now.value);
  if (!course) throw new Error("nothing runs");
  await act(() =>
    render(
      <SessionContext.Provider value={fake.session}>
        <NewsLine course={course} onFinish={onFinish} />
      </SessionContext.Provider>,
      page,
    ),
  );
  expect(page.textContent).toContain("Nobody has worked on this since");
  return [...page.querySelectorAll("button")];
}

test("whoever leads finishes a session that was left open in one press, from any item", async () => {
  fake.leads.value = true;
  const [finish] = await shown();
  expect(finish?.textContent).toBe("Finish it");
  await act(() => finish?.click());
  expect(finishing.value).toBe(true);
  expect(fake.asked).toEqual([]);
  expect(await shown(true)).toEqual([]);
});

test("so does whoever was asked to decide", async () => {
  Object.assign(fake.session, { myself: { value: person("Ana", { decider: true }) } });
  expect(await shown()).toHaveLength(1);
});

test("everybody else can after seven days", async () => {
  expect(await shown()).toEqual([]);
  fake.now.value = NOW + FREE - 1;
  expect(await shown()).toEqual([]);
  fake.now.value = NOW + FREE;
  expect(await shown()).toHaveLength(1);
});

test("of many hours the clock shows no more than these", async () => {
  const { face } = await import("./time/face");
  expect([face(-5 * HOUR + 1), face(-5 * HOUR), face(-30 * HOUR)]).toEqual(["+299:59", "+5 h", "+30 h"]);
});
