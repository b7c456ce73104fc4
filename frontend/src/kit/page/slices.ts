import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * The time (ms) that a slice may take with layout and paint, and how much larger than the last one it may be. None gets
 * smaller: what a slice costs a slow machine is mostly the layout and the paint of what is there already.
 */
const SLICE = 200;
const GROWTH = 3;

/** The number of lists that are not yet drawn to their end. */
let unfinished = 0;

/** Resolves when all lists are drawn and the page is idle, for work that nobody waits for yet. */
export async function whenIdle(): Promise<void> {
  do await idle();
  while (unfinished > 0);
}

/**
 * Resolves when what was just rendered is on the screen and presses that came meanwhile were heard, or soon in a page
 * that nobody sees, which is not painted.
 */
export function painted(): Promise<unknown> {
  return new Promise((done) => {
    setTimeout(done, 500);
    // A frame is shown by the time the next one begins; a task between the two could still keep it from the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  });
}

/** Safari has no idle callback. */
function idle(): Promise<unknown> {
  return new Promise((rest) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(rest, { timeout: 5000 });
    else setTimeout(rest, 500);
  });
}

/**
 * How many of `total` things to render now: `first` at once, then slice by slice, so that a thousand cards block neither
 * a press nor a frame. The first slice has `step` things, the next as many as this machine renders in time. What was
 * rendered stays.
 */
export function useSlices(total: number, first: number, step: number): number {
  const [drawn, draw] = useState(first);
  const last = useRef({ size: step, began: 0 });
  const missing = drawn < total;
  useLayoutEffect(() => {
    if (!missing) return;
    unfinished += 1;
    return () => {
      unfinished -= 1;
    };
  }, [missing]);
  // An effect runs once the slice before is painted.
  useEffect(() => {
    if (!missing) return;
    const { size, began } = last.current;
    const now = performance.now();
    const pace = began === 0 ? 1 : Math.min(GROWTH, Math.max(1, SLICE / Math.max(1, now - began)));
    const next = Math.ceil(size * pace);
    last.current = { size: next, began: now };
    draw(drawn + next);
  }, [drawn, missing]);
  return missing ? drawn : Number.POSITIVE_INFINITY;
}
