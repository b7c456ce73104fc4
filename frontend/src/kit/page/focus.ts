/** How long (ms) after a press something may still leave the page with the answer; later the focus is not ours to move. */
const MOMENT = 4000;

/** Where the focus goes when what had it leaves the page: the first of these that is there. A press elsewhere ends it. */
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
      // What is hidden does not take it.
      if (document.activeElement === target) {
        return;
      }
    }
  }
}
