/**
 * Nothing moves under a finger. The browser looks for the target of a click again when the press ends, so a button that
 * has moved away in between is not pressed. Leaving a field, an answer of the server and other people's changes can all
 * move something, so rendering is deferred while a press is under way. What the click itself moves may then lie under
 * the second half of a double press, which presses only what the first half hit.
 */

import { options } from "preact";

/** A movement beyond this (px) is a scroll or a drag, not a click. */
const SLIP = 10;
/** The time (ms) after the release of a touch in which its click may come; browsers move the focus just before. */
const CLICK = 500;
/** A press that lasts longer than this (ms) is not a tap. */
const HOLD = 1500;
/** What can be pressed; a label stands for its field. */
const PRESSED = "button, a, label, summary, [role=option]";

const waiting: (() => void)[] = [];
let pressed = false;
let alarm: ReturnType<typeof setTimeout> | undefined;
let from = { x: 0, y: 0 };

/** Runs a function at once, or, while a press is under way, after its click. */
export function afterPress(run: () => void): void {
  if (pressed) waiting.push(run);
  else run();
}

function over(): void {
  clearTimeout(alarm);
  pressed = false;
  for (const run of waiting.splice(0)) run();
}

function within(ms: number): void {
  clearTimeout(alarm);
  alarm = setTimeout(over, ms);
}

/** Starts to watch for presses: they hold back what Preact draws, and a double press is one. Returns how to stop. */
export function holdDrawing(target: Window = window): () => void {
  const controller = new AbortController();
  const on = (type: string, listener: (event: PointerEvent) => void): void =>
    target.addEventListener(type, listener as EventListener, {
      capture: true,
      passive: true,
      signal: controller.signal,
    });
  on("pointerdown", (event) => {
    pressed = true;
    from = { x: event.clientX, y: event.clientY };
    within(HOLD);
  });
  on("pointermove", (event) => {
    if (pressed && Math.hypot(event.clientX - from.x, event.clientY - from.y) > SLIP) over();
  });
  on("pointerup", () => {
    if (pressed) within(CLICK);
  });
  on("pointercancel", over);
  // After all handlers, and after what the browser itself does with a click: a box that is drawn again before it is
  // ticked stays as it was drawn. Before any frame that a handler asks for.
  on("click", () => {
    within(0);
    requestAnimationFrame(over);
  });
  let hit: Element | null = null;
  let stray = false;
  const half = (event: MouseEvent): void => {
    const at = (event.target as Element).closest(PRESSED);
    if (event.detail < 2) {
      hit = at;
      stray = false;
      return;
    }
    if (event.type === "mousedown") stray = hit !== null && at !== hit;
    if (!stray) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // A mousedown would move the focus. A button that keeps it where it is cancels its own, so the click tells, too, what
  // the first half hit.
  target.addEventListener("mousedown", half, { capture: true, signal: controller.signal });
  target.addEventListener("click", half, { capture: true, signal: controller.signal });
  const before = options.debounceRendering;
  options.debounceRendering = (draw) => afterPress(() => queueMicrotask(draw));
  return () => {
    controller.abort();
    over();
    options.debounceRendering = before;
  };
}
