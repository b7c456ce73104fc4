/**
 * Dragging by mouse and touch: the one place that knows @dnd-kit. Only its pointer sensor and its scrolling at the edges are
 * used; one draggable covers the whole wall, so that hundreds of cards cost nothing, and where a card would land is ours.
 */

import {
  AutoScroller,
  DragDropManager,
  Draggable,
  PointerActivationConstraints,
  PointerSensor,
  Scroller,
} from "@dnd-kit/dom";
import { getScrollableAncestors } from "@dnd-kit/dom/utilities";
import { under } from "./glass";

export interface Carrier {
  /** Whether a drag may start on this element. */
  mayLift(target: Element): boolean;
  /** `hovers`: not a finger, so something lies under the pointer before and after. */
  lift(target: Element, x: number, y: number, hovers: boolean): void;
  move(x: number, y: number): void;
  drop(): void;
  cancel(): void;
}

/** A mouse lifts after a few pixels, a finger after a rest: before that it scrolls. */
const constraints = (event: PointerEvent) =>
  event.pointerType === "touch"
    ? [new PointerActivationConstraints.Delay({ value: 280, tolerance: 8 })]
    : [new PointerActivationConstraints.Distance({ value: 5 })];

/** What scrolls at the edges is what lies under the glass, which is all that the library would find. */
function scrollersUnder(at: () => { x: number; y: number }): () => Set<Element> {
  let last: Element | null = null;
  let found = new Set<Element>();
  return () => {
    const now = under(at().x, at().y);
    if (now !== last) found = getScrollableAncestors(now, { excludeElement: false });
    last = now;
    return found;
  };
}

export function dragOn(wall: HTMLElement, carrier: Carrier): () => void {
  let pressed: Element | null = null;
  const sensor = PointerSensor.configure({
    activationConstraints: constraints,
    preventActivation: (event) => {
      pressed = event.target instanceof Element ? event.target : null;
      return !pressed || !carrier.mayLift(pressed);
    },
  });
  const manager = new DragDropManager({
    sensors: [sensor],
    plugins: [AutoScroller.configure({ acceleration: 18, threshold: { x: 0, y: 0.14 } })],
  });
  const all = new Draggable({ id: "wall", element: wall }, manager);
  const at = () => manager.dragOperation.position.current;
  const scroller = manager.registry.plugins.get(Scroller);
  if (scroller) scroller.getScrollableElements = scrollersUnder(at);
  // At the edges the page moves under a resting pointer.
  const scrolled = () => carrier.move(at().x, at().y);
  const escaped = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    void manager.actions.stop({ event, canceled: true });
  };
  const listen = (on: boolean) => {
    const change = on ? "addEventListener" : "removeEventListener";
    window[change]("scroll", scrolled, { capture: true });
    window[change]("keydown", escaped as EventListener, { capture: true });
  };
  const { monitor } = manager;
  monitor.addEventListener("dragstart", () => {
    if (!pressed?.isConnected) return;
    listen(true);
    const { activatorEvent } = manager.dragOperation;
    const touched = activatorEvent instanceof PointerEvent && activatorEvent.pointerType === "touch";
    carrier.lift(pressed, at().x, at().y, !touched);
  });
  monitor.addEventListener("dragmove", (event) => {
    const to = event.to ?? at();
    carrier.move(to.x, to.y);
  });
  monitor.addEventListener("dragend", (event) => {
    listen(false);
    if (event.canceled) {
      carrier.cancel();
      return;
    }
    // The library passes moves on once a frame, so a quick hand lets go at a place that it has not named yet.
    if (event.nativeEvent instanceof PointerEvent) carrier.move(event.nativeEvent.clientX, event.nativeEvent.clientY);
    carrier.drop();
  });
  return () => {
    listen(false);
    all.destroy();
    manager.destroy();
  };
}
