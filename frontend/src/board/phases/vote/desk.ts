/** The page's own state of my voting, which nobody else needs: messages, and the one question after the dots. */

import { signal } from "@preact/signals";
import { announce, succeeded } from "../../../kit/feedback";
import type { BallotPaper, OwnBallot } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Earlier } from "../../engine/document/earlier";
import { perBoard } from "../../engine/per-board";
import { useBoard } from "../../engine/use-board";
import { type Choice, EMPTY, isEmpty, left, withBold, withDot } from "./ballot-rules";
import { cameBack, putBack } from "./put-back";

const marksOf = perBoard(() => ({
  /** Rounds in which the person passed over the bold question. */
  skipped: signal<ReadonlySet<number>>(new Set()),
  /** The round in which the person wants the stars back. */
  asking: signal<number | null>(null),
  /** The last ballot is being taken up in this round, or was. */
  reused: signal<{ readonly round: number; readonly done: boolean } | null>(null),
  /** A dot that could not be given, said in words beside what is left. */
  problem: signal<string | null>(null),
}));
type Marks = ReturnType<typeof marksOf>;

export type Bold = "later" | "ask" | "picked" | "skipped";

export interface Desk {
  readonly paper: BallotPaper;
  readonly choice: Choice;
  readonly left: number;
  readonly bold: Bold;
  readonly problem: string | null;
  /** A ballot of an earlier round that can be taken up with one press, or was. */
  readonly earlier: Earlier | null;
  readonly reuse: "offered" | "sending" | "done";
  /** The vote is being counted: nothing changes any more. */
  readonly closing: boolean;
  dot(option: string): void;
  pick(option: string, title: string): void;
  skip(): void;
  askAgain(): void;
  done(done: boolean): void;
  takeUp(): void;
}

/** My ballot of this round, and every way to change it; null until the paper is here. */
export function useDesk(): Desk | null {
  const board = useBoard();
  const { state, commands } = board;
  const marks = marksOf(board);
  const { skipped, asking, reused, problem } = marks;
  const paper = state.meta.value.ballot;
  if (!paper) return null;
  const choice = choiceOf(state.ballot.value, paper);
  // A second press may come before the first one is drawn.
  const now = (): Choice => choiceOf(state.ballot.peek(), paper);
  const rest = left(choice, paper.dots);
  const taken = reused.value?.round === paper.round ? reused.value : null;
  const earlier = isEmpty(choice) || taken ? state.earlier.value : null;
  const change = async (next: Choice): Promise<boolean> => {
    problem.value = null;
    return succeeded(await commands.castBallot({ dots: next.dots, bold: next.bold, done: next.done }));
  };
  return {
    paper,
    choice,
    left: rest,
    bold: boldOf(marks, choice, rest, paper.round),
    problem: problem.value,
    earlier,
    reuse: taken ? (taken.done ? "done" : "sending") : "offered",
    closing: state.timer.value.closing !== null,
    dot(option) {
      const next = withDot(now(), option, paper.dots);
      if (!next) {
        problem.value = say("vote-over", { dots: paper.dots });
        announce(problem.value);
        return;
      }
      const free = left(next, paper.dots);
      const asks = free === 0 && boldOf(marks, next, free, paper.round) === "ask";
      announce(
        asks ? say("vote-left-none-ask", { dots: paper.dots }) : say("vote-left", { left: free, dots: paper.dots }),
      );
      change(next);
    },
    pick(option, title) {
      const next = withBold(now(), option);
      asking.value = null;
      announce(next.bold ? say("vote-bold-said", { option: title }) : say("vote-bold-off"));
      change(next);
    },
    skip() {
      skipped.value = new Set([...skipped.value, paper.round]);
      asking.value = null;
      if (now().bold) change({ ...now(), bold: null });
    },
    askAgain() {
      asking.value = paper.round;
    },
    done(done) {
      announce(done ? say("vote-done-said") : say("vote-undone-said"));
      change({ ...now(), done });
    },
    async takeUp() {
      if (!earlier) return;
      const { round } = paper;
      reused.value = { round, done: false };
      // The message becomes true only when the server has the ballot.
      const kept = await change(earlier.ballot);
      reused.value = kept ? { round, done: true } : null;
      if (kept) announce([putBack(earlier), ...cameBack(earlier)].join(" "));
    },
  };
}

function choiceOf(mine: OwnBallot | null, paper: BallotPaper): Choice {
  return mine?.round === paper.round ? mine : EMPTY;
}

function boldOf({ skipped, asking }: Marks, choice: Choice, rest: number, round: number): Bold {
  if (asking.value === round) return "ask";
  if (choice.bold) return "picked";
  if (skipped.value.has(round)) return "skipped";
  return rest === 0 ? "ask" : "later";
}
