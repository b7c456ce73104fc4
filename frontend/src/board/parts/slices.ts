import { useEffect, useRef, useState } from "preact/hooks";

/** What a slice may take with its layout and its paint (ms), and how much larger than the last one it may be. */
const SLICE = 100;
const GROWTH = 3;

/**
 * How many of `total` things to draw now: `first` at once, then slice by slice, so that a thousand cards hold up neither
 * a press nor a frame. The first slice has `step` things, the next as many as this machine draws in time. What was drawn
 * stays drawn.
 */
export function useSlices(total: number, first: number, step: number): number {
  const [drawn, draw] = useState(first);
  const last = useRef({ size: step, began: 0 });
  const missing = drawn < total;
  useEffect(() => {
    if (!missing) return;
    const { size, began } = last.current;
    const pace = began === 0 ? 1 : Math.min(GROWTH, SLICE / Math.max(1, performance.now() - began));
    const next = Math.max(4, Math.ceil(size * pace));
    const soon = setTimeout(() => {
      last.current = { size: next, began: performance.now() };
      draw(drawn + next);
    });
    return () => clearTimeout(soon);
  }, [drawn, missing]);
  return missing ? drawn : Number.POSITIVE_INFINITY;
}
