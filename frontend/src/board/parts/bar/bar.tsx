import type { ComponentChildren } from "preact";
import { useEdge } from "../../../kit/page/edges";
import { useBoard } from "../../engine/use-board";
import { StepBack } from "./back";
import { Next } from "./next";
import { PromiseButton } from "./promise";
import { SavedMark } from "./saved";
import "./bar.css";

export interface BarProps {
  /** Counts. On phones the one thing that stays beside the action. */
  start?: ComponentChildren;
  /** Quiet things between: a find box, what is left. Gone on phones unless `keepMiddle`. */
  middle?: ComponentChildren;
  keepMiddle?: boolean;
  /** Quiet buttons, then the one primary action of phases that bring their own. */
  actions?: ComponentChildren;
}

/**
 * The footer bar of a phase: one line, and none while somebody types on a touch screen. The frame adds what is the same
 * everywhere: stepping back and the next phase for the facilitator, what is saved and the promise for people.
 */
export function Bar({ start, middle, keepMiddle, actions }: BarProps) {
  const { boot } = useBoard();
  const bar = useEdge<HTMLElement>("bottom");
  return (
    <footer ref={bar} class="bar">
      <div class="start">
        <StepBack />
        {start}
        <SavedMark />
      </div>
      {middle ? <div class={keepMiddle ? "middle keep" : "middle"}>{middle}</div> : null}
      <div class="actions">
        {boot.role === "participate" ? <PromiseButton /> : null}
        {actions}
        <Next />
      </div>
    </footer>
  );
}
