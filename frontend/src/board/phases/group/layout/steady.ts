import { computed, type ReadonlySignal } from "@preact/signals";
import { type Sizes, sameSizes } from "./density";

/** The same sizes as long as they are equal. */
export function steadySizes(compute: () => Sizes | null): ReadonlySignal<Sizes | null> {
  let last: Sizes | null = null;
  return computed(() => {
    const next = compute();
    last = next && last && sameSizes(next, last) ? last : next;
    return last;
  });
}
