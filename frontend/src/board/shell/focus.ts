/** Where the focus goes when what had it is about to leave the page: the first of these that is still there. */
export function keepFocus(...places: readonly (Element | string | null | undefined)[]): void {
  let frames = 0;
  const look = () => {
    const at = document.activeElement;
    if (!at || at === document.body) {
      for (const place of places) {
        const target = typeof place === "string" ? document.querySelector(place) : place;
        if (target instanceof HTMLElement && target.isConnected) {
          if (target.tabIndex < 0) {
            target.setAttribute("tabindex", "-1");
          }
          target.focus({ preventScroll: true });
          return;
        }
      }
    }
    frames += 1;
    // It leaves with the answer, which takes a moment; later the focus is not ours to move.
    if (frames < 60) {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}
