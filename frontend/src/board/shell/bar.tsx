import type { ComponentChildren } from "preact";
import "./bar.css";

export interface BarProps {
  /** Counts. On phones the one thing that stays beside the action. */
  start?: ComponentChildren;
  /** Quiet things between: a find box, what is left. Gone on phones unless `keep`. */
  middle?: ComponentChildren;
  keepMiddle?: boolean;
  /** Quiet buttons, then the one primary action. */
  actions?: ComponentChildren;
}

/** The footer bar of a phase: one line, and none while somebody types on a touch screen. */
export function Bar({ start, middle, keepMiddle, actions }: BarProps) {
  return (
    <footer class="bar">
      {start ? <div class="start">{start}</div> : null}
      {middle ? <div class={keepMiddle ? "middle keep" : "middle"}>{middle}</div> : null}
      {actions ? <div class="actions">{actions}</div> : null}
    </footer>
  );
}
