import { useEffect, useRef } from "preact/hooks";
import { say } from "../../../words/say";
import "./keys.css";

export interface Pages {
  readonly at: number;
  readonly count: number;
  readonly go: (page: number) => void;
}

/** By how many pages a key goes on; null for keys that turn no page. */
function stepOf(key: string): number | null {
  if (["ArrowRight", "ArrowDown", "PageDown", " "].includes(key)) return 1;
  if (["ArrowLeft", "ArrowUp", "PageUp"].includes(key)) return -1;
  if (key === "Home") return Number.NEGATIVE_INFINITY;
  return key === "End" ? Number.POSITIVE_INFINITY : null;
}

function isModified({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

/** The computer at a projector has a keyboard, or at least a mouse: keys and the two edges of the screen turn pages. */
export function PageKeys({ at, count, go }: Pages) {
  const turn = useRef((_: number): void => {});
  const several = count > 1;
  turn.current = (by) => {
    const next = Math.max(0, Math.min(count - 1, at + by));
    if (next !== at) go(next);
  };
  useEffect(() => {
    // A single page may be one to scroll, by the same keys.
    if (!several) return undefined;
    const press = (event: KeyboardEvent): void => {
      const by = stepOf(event.key);
      if (by === null || isModified(event)) return;
      // A button that has the focus hears the space bar itself.
      if (event.key === " " && event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      turn.current(by);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [several]);
  if (!several) return null;
  // An edge without a page behind it keeps the focus, so that it is not lost on the last page.
  return (
    <>
      <button
        type="button"
        class="wall-edge back"
        aria-label={say("screen-page-back")}
        aria-disabled={at === 0}
        onClick={() => turn.current(-1)}
      />
      <button
        type="button"
        class="wall-edge on"
        aria-label={say("screen-page-on")}
        aria-disabled={at === count - 1}
        onClick={() => turn.current(1)}
      />
    </>
  );
}
