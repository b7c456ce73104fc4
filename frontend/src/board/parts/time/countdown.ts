import { useEffect, useState } from "preact/hooks";
import { useBoard } from "../../engine/use-board";

/** Whole seconds until a moment of the server's clock, counted down; 0 when it has passed, null without a moment. */
export function useSecondsUntil(at: number | null): number | null {
  const { clock } = useBoard();
  const [, redraw] = useState(0);
  const left = at === null ? null : Math.max(0, at - clock.serverNow());
  useEffect(() => {
    if (left === null || left === 0) return;
    // A little past the change, so that rounding never shows the same second twice.
    const alarm = setTimeout(() => redraw((n) => n + 1), (left - Math.ceil(left) + 1) * 1000 + 5);
    return () => clearTimeout(alarm);
  });
  return left === null ? null : Math.ceil(left);
}
