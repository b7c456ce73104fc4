/** The drafts of this facilitator, beside a wording that another one may have shown in the meantime. */

import type { Decision } from "../../../../protocol.generated";
import type { Board } from "../../../engine/boot";
import { perBoard } from "../../../engine/per-board";
import type { DecisionDraft } from "../../../engine/types";
import { useBoard } from "../../../engine/use-board";
import { type Desk, deskOf, openForm, shortlistInOrder } from "../desk";
import { type Draft, fresh, keep, load, newerThan, sameWording, toCommand } from "./draft";

const formOf = perBoard((): { loaded: boolean; last: Draft | null } => ({ loaded: false, last: null }));

/** What was written before the page was loaded again. */
function loadOnce(board: Board, { draft, aside }: Desk): void {
  const form = formOf(board);
  if (form.loaded) return;
  form.loaded = true;
  const standing = board.state.meta.value.decision;
  draft.value ??= load(board.boot.board, standing);
  aside.value ??= load(board.boot.board, standing, "aside");
}

/** The form before anything is typed: the same object while it shows the same, so that no field renders again. */
function untouched(board: Board, base: Decision | null, owner: string | null): Draft {
  const form = formOf(board);
  if (form.last === null || form.last.base !== base) form.last = fresh(base, owner);
  return form.last;
}

export interface OwnDraft {
  readonly draft: Draft;
  /** The wording that stands, when it was shown after this draft was begun. */
  readonly newer: Decision | null;
  change(part: Partial<Draft>): void;
  /** The command that shows the draft to everybody, after the wording that the writer has read. */
  command(after: Decision | null): DecisionDraft;
  /** It was shown: from now on it is what stands. */
  shown(command: DecisionDraft): void;
  /** Lets the wording stand that another facilitator has shown. */
  keepTheirs(): void;
  /** Takes up the draft that was put aside, and puts aside what is in the form. */
  takeUp(): void;
  dropAside(): void;
}

export function useDraft(): OwnDraft {
  const board = useBoard();
  const { boot, state } = board;
  const desk = deskOf(board);
  const { draft, aside, draftKept, tried, writing } = desk;
  const { decision, owner, proposal } = state.meta.value;
  const bold = proposal?.bold ?? [];
  loadOnce(board, desk);
  const now = draft.value ?? untouched(board, desk.begun.value, owner);
  const put = (next: Draft | null): void => {
    draft.value = next;
    draftKept.value = keep(boot.board, next);
  };
  const putAside = (next: Draft | null): void => {
    aside.value = next;
    keep(boot.board, next, "aside");
  };
  return {
    draft: now,
    newer: newerThan(now, decision, bold),
    change: (part) => put({ ...(draft.peek() ?? now), ...part }),
    command: (after) => ({ ...toCommand(now, shortlistInOrder(board)), after: after?.n ?? 0 }),
    shown(command) {
      const standing = state.meta.peek().decision;
      // Had another facilitator shown one in this moment, ours would be replaced already.
      const ours = standing && sameWording(standing, command, bold) ? standing : asDecision(command);
      put({ ...(draft.peek() ?? now), base: ours });
      tried.value = false;
    },
    keepTheirs() {
      if (draft.peek()) putAside(draft.peek());
      put(null);
      writing.value = false;
    },
    takeUp() {
      const before = draft.peek();
      const stands = before && decision && sameWording(toCommand(before, decision.shortlist), decision, bold);
      put(aside.peek());
      putAside(stands ? null : before);
      openForm(board);
    },
    dropAside: () => putAside(null),
  };
}

function asDecision({ after = 0, ...command }: DecisionDraft): Decision {
  return { outcome: "decided", why: null, decide_by: null, ...command, n: after + 1 } as Decision;
}
