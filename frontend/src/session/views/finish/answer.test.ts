import { expect, test } from "vitest";
import type { Command } from "../../../worksession.generated";
import { endWith, nextRefused } from "../../next";
import type { Answer } from "../../types";
import { type Draft, endOf } from "./answer";

const DRAFT: Draft = { verdict: null, finisher: "m", by: "2026-12-04", note: " ", elsewhere: "" };
const OPENING = { do: "open_next", starts: 1_796_292_000, zone: "Europe/Berlin", repeats: "weekly" } as const;
const END = { do: "end", note: null, elsewhere: null } as const;

/** A server that answers in this order, and the commands it was sent. */
function server(...answers: Partial<Answer>[]): [(command: Command) => Promise<Answer>, Command[]] {
  const sent: Command[] = [];
  const ask = async (command: Command): Promise<Answer> => {
    sent.push(command);
    return { id: "1", answer: "ok", ...answers[sent.length - 1] };
  };
  return [ask, sent];
}

test("nothing is sent before the question is answered", () => {
  expect(endOf(DRAFT)).toBe(null);
});

test("done and another need nothing more, and send no finisher", () => {
  expect(endOf({ ...DRAFT, verdict: "done" })).toEqual({ ...END, verdict: "done" });
  expect(endOf({ ...DRAFT, verdict: "another", note: " Half of it. " })).toEqual({
    ...END,
    verdict: "another",
    note: "Half of it.",
  });
});

test("nearly needs somebody and a day", () => {
  const nearly: Draft = { ...DRAFT, verdict: "nearly" };
  expect(endOf(nearly)).toEqual({ ...END, verdict: "nearly", finisher: "m", by: "2026-12-04" });
  expect(endOf({ ...nearly, finisher: null })).toBe(null);
  expect(endOf({ ...nearly, by: "" })).toBe(null);
});

test("another session ends this one and opens the next in one press", async () => {
  const [ask, sent] = server();
  await endWith(ask, { ...END, verdict: "another" }, OPENING);
  expect(sent).toEqual([{ ...END, verdict: "another" }, OPENING]);
});

test("nothing is opened where that is not wanted, or when the end was refused", async () => {
  const [ask, sent] = server({}, { answer: "refused", why: "No." });
  await endWith(ask, { ...END, verdict: "another" }, null);
  const refused = await endWith(ask, { ...END, verdict: "another" }, OPENING);
  expect(refused.why).toBe("No.");
  expect(sent.map((command) => command.do)).toEqual(["end", "end"]);
});

test("why the next session did not open is kept for the page that follows", async () => {
  const [ask] = server({}, { answer: "refused", why: "Not now." });
  expect((await endWith(ask, { ...END, verdict: "another" }, OPENING)).answer).toBe("ok");
  expect(nextRefused.value).toBe("Not now.");
});
