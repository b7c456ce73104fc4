import { effect, untracked } from "@preact/signals";

/**
 * Runs `act` at once, after each change of what `own` reads, and after changes of what `others` reads: for the first of
 * them at once, then once for all of the next `every(cost)` ms. The last change is never lost.
 *
 * `cost`: the milliseconds that the last run for others took with the frame that showed it, a guess before the first.
 */
export function throttled(
  act: () => void,
  own: () => void,
  others: () => void,
  every: (cost: number) => number,
): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  let cost = 30;
  let free = Number.NEGATIVE_INFINITY;
  let begun = false;
  const now = () => {
    clearTimeout(later);
    later = undefined;
    const began = performance.now();
    free = began + every(cost);
    untracked(act);
    // A task after the frame: layout and paint are behind it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        cost = performance.now() - began;
      }),
    );
  };
  const stops = [
    effect(() => {
      others();
      const rest = free - performance.now();
      if (!begun) begun = true;
      else if (rest > 0) later ??= setTimeout(now, rest);
      else now();
    }),
    effect(() => {
      own();
      clearTimeout(later);
      later = undefined;
      untracked(act);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    clearTimeout(later);
  };
}
