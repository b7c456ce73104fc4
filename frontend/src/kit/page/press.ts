/**
 * Nothing moves under a finger. Between the moment at which somebody presses and the click that follows, what was
 * pressed must stay where it is: a browser looks again at what lies there, and a button that has moved away is not
 * pressed. Leaving a field, an answer of the server and other people's changes all move something now and then, so
 * nothing at all is drawn while a press is under way. What the click itself moves may then lie under the second half of
 * a double press, which is meant for what the first one hit and presses nothing else.
 */

import { options } from "preact";

/** Further than this (px) it is a scroll or a drag, and no click. */
const SLIP = 10;
/** How long (ms) after the release of a touch its click may come; browsers move the focus just before. */
const CLICK = 500;
/** Whoever holds longer than this (ms) does not tap. */
const HOLD = 1500;
/** What can be pressed. A label stands for its field. */
const PRESSED = "button, a, label, summary, [role=option]";

const waiting: (() => void)[] = [];
let pressed = false;
let alarm: ReturnType<typeof setTimeout> | undefined;
let from = { x: 0, y: 0 };

/** Runs it at once, or, while a press is under way, after its click. */
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
  const hold = (event: MouseEvent): void => {
    if (!stray || event.detail < 2) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // The focus moves with it.
  target.addEventListener(
    "mousedown",
    (event) => {
      const at = (event.target as Element).closest(PRESSED);
      stray = event.detail > 1 && hit !== null && at !== hit;
      if (event.detail < 2) hit = at;
      hold(event);
    },
    { capture: true, signal: controller.signal },
  );
  target.addEventListener("click", hold, { capture: true, signal: controller.signal });
  const before = options.debounceRendering;
  options.debounceRendering = (draw) => afterPress(() => queueMicrotask(draw));
  return () => {
    controller.abort();
    over();
    options.debounceRendering = before;
  };
}
