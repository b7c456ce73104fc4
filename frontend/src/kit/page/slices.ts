import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * The time (ms) that rendering a slice may take, and how much larger than the last one it may be. Layout and paint do
 * not count: most of both is for what is already there, and each further slice repeats it.
 */
const SLICE = 100;
const GROWTH = 2;

/** How long (ms) what comes later waits for what goes before it. */
const LONGEST = 5000;

/** The number of lists that are not yet drawn to their end, and of documents that are not here yet. */
let unfinished = 0;

/** Resolves when all lists are drawn and the page is idle, for work that nobody waits for yet. */
export async function whenIdle(): Promise<void> {
  do await idle();
  while (unfinished > 0);
}

/**
 * Wraps a loader so that it waits for the document and its lists, at most `LONGEST`: a page that cannot connect gets the
 * part as well. Without anything missing it loads at once.
 */
export function later<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const end = performance.now() + LONGEST;
    while (unfinished > 0 && performance.now() < end) await idle();
    return load();
  };
}

/** Holds `later` and `whenIdle` back while a part of the page that goes first is `missing`. */
export function useMissing(missing: boolean): void {
  useLayoutEffect(() => {
    if (!missing) return;
    unfinished += 1;
    return () => {
      unfinished -= 1;
    };
  }, [missing]);
}

/** Safari has no idle callback. */
function idle(): Promise<unknown> {
  return new Promise((rest) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(rest, { timeout: 5000 });
    else setTimeout(rest, 200);
  });
}

/**
 * How many of `total` things to render now: `first` at once, then slice by slice, so that a thousand cards block neither
 * a press nor a frame. The first slice has `step` things, the next as many as this machine renders in time. What was
 * rendered stays.
 */
export function useSlices(total: number, first: number, step: number): number {
  const [drawn, draw] = useState(first);
  const last = useRef({ size: step, began: 0, took: SLICE });
  const missing = drawn < total;
  useLayoutEffect(() => {
    const { current } = last;
    current.took = performance.now() - current.began;
  }, [drawn]);
  useMissing(missing);
  // An effect runs once the slice before is painted.
  useEffect(() => {
    if (!missing) return;
    const { size, took } = last.current;
    const next = Math.ceil(size * Math.min(GROWTH, Math.max(1, SLICE / took)));
    last.current = { size: next, began: performance.now(), took };
    draw(drawn + next);
  }, [drawn, missing]);
  return missing ? drawn : Number.POSITIVE_INFINITY;
}
