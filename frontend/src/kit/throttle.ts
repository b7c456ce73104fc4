import { effect, untracked } from "@preact/signals";

/**
 * Runs `act` at once, after each change of what `own` reads, and after changes of what `others` reads: for the first of
 * them at once, then once for all of the next `every()` ms. The last change is never lost.
 */
export function throttled(act: () => void, own: () => void, others: () => void, every: () => number): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  let free = Number.NEGATIVE_INFINITY;
  let begun = false;
  const now = () => {
    clearTimeout(later);
    later = undefined;
    free = performance.now() + every();
    untracked(act);
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
