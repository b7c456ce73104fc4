import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Decision } from "../../../../protocol.generated";
import type { Board } from "../../../engine/boot";
import type { DecisionDraft } from "../../../engine/types";
import { deskOf, openForm, shortlistOf } from "../desk";
import { useDraft } from "./own-draft";

const meta = signal({
  decision: null as Decision | null,
  owner: null,
  proposal: null,
  rounds: [{ runoff: false, options: [], tally: ["x", "y"].map((option) => ({ option, dots: 1, bold: 0 })) }],
});
const board = { boot: { board: "b" }, state: { meta } } as unknown as Board;
const { aside, draft, writing } = deskOf(board);
vi.mock("../../../engine/use-board", () => ({ useBoard: () => board }));

/** The server has taken this in: from a page or from another facilitator. */
function stands({ after: _, ...command }: DecisionDraft, n: number): void {
  meta.value = {
    ...meta.value,
    decision: { why: null, decide_by: null, outcome: "decided", ...command, n } as Decision,
  };
}

const THEIRS = { decision: "Theirs.", owner: "Olga", shortlist: ["y"], next_steps: [] };

beforeEach(() => {
  localStorage.clear();
  draft.value = aside.value = null;
  meta.value = { ...meta.value, decision: null };
  openForm(board);
  useDraft().change({ decision: "Mine.", owner: "Paul" });
});
afterEach(() => {
  writing.value = false;
});

test("the command names the wording that was read", () => {
  expect(useDraft().command(null)).toMatchObject({ decision: "Mine.", after: 0 });
  stands(THEIRS, 3);
  const { newer, command } = useDraft();
  expect(newer?.decision).toBe("Theirs.");
  expect(command(newer)).toMatchObject({ decision: "Mine.", after: 3 });
});

test("a draft keeps its own shortlist when another wording is shown", () => {
  const mine = [...shortlistOf(board)];
  stands({ ...THEIRS, shortlist: ["x", "y", "z"] }, 1);
  expect([...shortlistOf(board)]).toEqual(mine);
  writing.value = false;
  expect([...shortlistOf(board)]).toEqual(["x", "y", "z"]);
});

test("what I have shown and somebody replaces is told, and is still mine", () => {
  const command = useDraft().command(null);
  stands(command, 1);
  useDraft().shown(command);
  expect(useDraft().newer).toBeNull();
  stands(THEIRS, 2);
  expect([useDraft().newer?.n, useDraft().draft.decision]).toEqual([2, "Mine."]);
});

test("one that is replaced before its answer comes is told too", () => {
  const command = useDraft().command(null);
  stands(THEIRS, 2);
  useDraft().shown(command);
  expect(useDraft().newer?.decision).toBe("Theirs.");
});

test("keeping theirs puts mine aside, and it can be taken up again", () => {
  stands(THEIRS, 1);
  useDraft().keepTheirs();
  expect([writing.value, draft.value, aside.value?.decision]).toEqual([false, null, "Mine."]);
  openForm(board);
  expect(useDraft().draft.decision).toBe("Theirs.");
  useDraft().change({ decision: "Theirs, better." });
  useDraft().takeUp();
  expect([useDraft().draft.decision, useDraft().newer?.n, aside.value?.decision]).toEqual([
    "Mine.",
    1,
    "Theirs, better.",
  ]);
  expect(localStorage.getItem("shortlist:aside:b")).toContain("Theirs, better.");
});
