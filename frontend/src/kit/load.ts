/** Loads parts of the page that are not needed at once, and retries until they are there. */

import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** The window event after a failed attempt to load a part. */
export const PART_MISSING = "partmissing";

/** Pauses (ms) before the second, third and each later attempt. */
const PAUSES = [300, 1500, 5000];
/** The number of failed attempts from which on the page says so. */
const QUIET = 2;

const missing = signal(0);

/** A part of the page could not be loaded: the server has another build, or cannot be reached. A reload helps. */
export const partMissing: ReadonlySignal<boolean> = computed(() => missing.value > 0);

/** Loads a part, and retries until it is there; undefined once it is no longer wanted. */
export async function loadWithRetry<T>(load: () => Promise<T>, wanted: () => boolean): Promise<T | undefined> {
  let counted = false;
  try {
    for (let attempt = 0; wanted(); attempt += 1) {
      try {
        return await load();
      } catch {
        window.dispatchEvent(new Event(PART_MISSING));
        if (attempt + 1 >= QUIET && !counted) {
          counted = true;
          missing.value += 1;
        }
        await new Promise((again) => setTimeout(again, PAUSES[Math.min(attempt, PAUSES.length - 1)]));
      }
    }
    return undefined;
  } finally {
    if (counted) missing.value -= 1;
  }
}
