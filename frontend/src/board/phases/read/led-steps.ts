import { effect, untracked } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { keepFocus } from "../../../kit/page/focus";
import { type Reading, useReading } from "./reading";

/** What a page that follows shows; null on a page that goes by itself. */
function followed(reading: Reading): string | null {
  if (reading.facilitates || !reading.follows.value) return null;
  return `${reading.look.value} ${reading.shown()[0]?.id ?? ""}`;
}

/** A step of the facilitator replaces what is on the page: the new idea is announced, and the focus moves to its headline. */
export function useLedSteps(): void {
  const reading = useReading();
  useEffect(() => {
    let before = untracked(() => followed(reading));
    return effect(() => {
      const now = followed(reading);
      const stepped = now !== null && now !== before;
      before = now;
      if (!stepped) return;
      // The step is not drawn yet. Nothing is moved for somebody who had no focus in what goes.
      if (document.activeElement?.closest("#stage")) keepFocus("#stage h1");
      untracked(() => reading.announce());
    });
  }, [reading]);
}
