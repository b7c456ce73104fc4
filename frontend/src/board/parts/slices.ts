import { useEffect, useState } from "preact/hooks";

/**
 * How many of `total` things to draw now: `first` at once, then `step` more a frame, so that a thousand cards hold up
 * neither a press nor a frame. What was drawn stays drawn.
 */
export function useSlices(total: number, first: number, step: number): number {
  const [drawn, draw] = useState(first);
  const missing = drawn < total;
  useEffect(() => {
    if (!missing) return;
    let late = 0;
    // After the frame is painted, not before it.
    const frame = requestAnimationFrame(() => {
      late = window.setTimeout(() => draw(drawn + step));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(late);
    };
  }, [drawn, missing, step]);
  return missing ? drawn : Number.POSITIVE_INFINITY;
}
