import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { type Sizes, sameSizes } from "./density";

/**
 * The sizes, set by one effect when they differ: a thousand cards listen, and a computed signal would be asked by each of
 * them whenever an idea moves.
 */
export function steadySizes(compute: () => Sizes | null): ReadonlySignal<Sizes | null> {
  const steady = signal<Sizes | null>(null);
  effect(() => {
    const next = compute();
    const last = steady.peek();
    if (!(next && last && sameSizes(next, last))) steady.value = next;
  });
  return steady;
}
