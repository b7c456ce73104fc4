import { effect } from "@preact/signals";

/** Waits until something is so, or has had its time. */
export function until(so: () => boolean, within = 3000): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (so()) queueMicrotask(done);
    });
    const late = setTimeout(done, within);
    function done(): void {
      clearTimeout(late);
      stop();
      resolve();
    }
  });
}
