/**
 * Whoever has no pointer goes on where they were: when what has the focus moves in the page, it keeps the focus; when it
 * leaves the page, the focus goes to what stands in its place, else to the beginning of the view.
 */

import { onBar } from "./edges";

const STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
/** On a phone the focus alone would bring the keyboard up. */
const TYPED = "textarea, input:not([type='checkbox'], [type='radio'])";

/** `start` selects where a view begins; it may come later than the view before it goes. Returns how to stop. */
export function keepPlace(root: HTMLElement, start: string): () => void {
  const controller = new AbortController();
  let held: HTMLElement | null = null;
  /** The view has gone, and the next is not there yet. */
  let waits = false;

  const begin = (): void => {
    const place = root.querySelector<HTMLElement>(start);
    waits = place === null;
    if (!place) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    scrollTo(0, 0);
    place.focus({ preventScroll: true });
  };
  const goOn = (box: Element, before: Node | null): void => {
    const next = near(box, before, root);
    if (next) focus(next);
    else begin();
  };
  const look = (records: readonly MutationRecord[]): void => {
    if (document.activeElement !== document.body) return;
    if (waits) begin();
    else if (held?.isConnected) focus(held);
    else {
      const gone = records.find(({ target, removedNodes }) => {
        return target.isConnected && [...removedNodes].some((node) => node.contains(held));
      });
      if (held && gone) goOn(gone.target as Element, gone.previousSibling);
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  const on = (type: string, listener: (event: Event) => void): void =>
    document.addEventListener(type, listener, { signal: controller.signal });
  on("focusin", ({ target }) => {
    held = target as HTMLElement;
    waits = false;
  });
  on("focusout", () => {
    // By then what is drawn is drawn.
    setTimeout(() => {
      if (!held?.isConnected || document.activeElement !== document.body) return;
      const left = held;
      held = null;
      // A person who leaves a control by themselves leaves it in sight.
      if (!left.checkVisibility() && left.parentElement) goOn(left.parentElement, left);
    });
  });
  return () => {
    controller.abort();
    observer.disconnect();
  };
}

function focus(one: HTMLElement): void {
  one.focus({ preventScroll: onBar(one) });
}

/** The first that can have the focus after a place, else the last before it, in the smallest part of the view. */
function near(parent: Element, place: Node | null, root: Element): HTMLElement | null {
  let before = elementAt(place);
  for (let box: Element | null = parent; box && box !== root && !box.querySelector("main"); box = box.parentElement) {
    const all = [...box.children];
    const at = before ? all.indexOf(before) + 1 : 0;
    const after = all.slice(at).flatMap(stops)[0];
    const found = after ?? all.slice(0, at).flatMap(stops).at(-1);
    if (found) return found;
    before = box;
  }
  return null;
}

/** This, or the element before it. */
function elementAt(place: Node | null): Element | null {
  for (let one = place; one; one = one.previousSibling) if (one instanceof Element) return one;
  return null;
}

function stops(part: Element): HTMLElement[] {
  const all = [part, ...part.querySelectorAll(STOPS)].filter((one): one is HTMLElement => one.matches(STOPS));
  const touched = matchMedia("(pointer: coarse)").matches;
  return all.filter((one) => {
    return one.tabIndex >= 0 && !one.matches(touched ? `:disabled, ${TYPED}` : ":disabled") && one.checkVisibility();
  });
}
