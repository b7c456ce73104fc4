import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { Board } from "../../../engine/boot";
import { Asking } from "./asking";

/** A participant's page whose commands are answered when the test says so. */
function participant() {
  let reply = (): void => undefined;
  const send = () => new Promise((resolve) => (reply = () => resolve({ answer: "ok" })));
  const board = {
    commands: { send },
    own: { secret: () => "secret" },
    state: { questions: signal(new Map()) },
  };
  const asking = new Asking(board as unknown as Board);
  return { asking, reply: () => reply(), draft: (about: string) => asking.drafts.value.get(about) };
}

test.each(["ask", "answer"] as const)("%s empties the field when the server has the text", async (what) => {
  const { asking, reply, draft } = participant();
  const about = what === "ask" ? "idea" : "question";
  asking.type(about, " What is a home? ");
  const sent =
    what === "ask" ? asking.ask("idea", "What is a home?") : asking.answer("question", "idea", "What is a home?");
  expect(draft(about)).toBe(" What is a home? ");
  reply();
  expect(await sent).toBe(true);
  expect(draft(about)).toBe("");
});

test.each(["ask", "answer"] as const)("%s keeps what was typed while the text was on its way", async (what) => {
  const { asking, reply, draft } = participant();
  const about = what === "ask" ? "idea" : "question";
  asking.type(about, "What is a home?");
  const sent =
    what === "ask" ? asking.ask("idea", "What is a home?") : asking.answer("question", "idea", "What is a home?");
  asking.type(about, "What is a home? And a house?");
  reply();
  expect(await sent).toBe(true);
  expect(draft(about)).toBe("What is a home? And a house?");
});
