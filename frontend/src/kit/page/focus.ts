/** The time (ms) after a press in which an answer may remove what had the focus; later the page leaves the focus alone. */
const MOMENT = 4000;

/** When the element with the focus leaves the page, moves the focus to the first of these that is there. A press ends it. */
export function keepFocus(...places: readonly (Element | string | null | undefined)[]): void {
  let until = performance.now() + MOMENT;
  const stop = () => {
    until = 0;
  };
  document.addEventListener("pointerdown", stop, { once: true, capture: true });
  const look = () => {
    if (performance.now() >= until) {
      document.removeEventListener("pointerdown", stop, { capture: true });
      return;
    }
    const at = document.activeElement;
    if (!at || at === document.body) {
      go(places);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function go(places: readonly (Element | string | null | undefined)[]): void {
  for (const place of places) {
    const target = typeof place === "string" ? document.querySelector(place) : place;
    if (target instanceof HTMLElement && target.isConnected) {
      if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) {
        target.setAttribute("tabindex", "-1");
      }
      target.focus({ preventScroll: true });
      // A hidden element does not take the focus.
      if (document.activeElement === target) {
        return;
      }
    }
  }
}
