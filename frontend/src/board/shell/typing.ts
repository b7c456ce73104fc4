/**
 * Phones: the keyboard covers the page and does not always resize it. `--keyboard` on the root is how much it covers,
 * and the class `typing` says that somebody writes into a field there.
 */
export function followKeyboard(root: HTMLElement = document.documentElement): () => void {
  const view = window.visualViewport;
  const touch = window.matchMedia("(pointer: coarse)");
  const measure = () => {
    const covered = view ? Math.max(0, window.innerHeight - view.height - view.offsetTop) : 0;
    // A zoomed page is smaller too; a keyboard is tall.
    root.style.setProperty(
      "--keyboard",
      view && view.scale < 1.05 && covered > 80 ? `${Math.round(covered)}px` : "0px",
    );
  };
  const focus = () => {
    const at = document.activeElement;
    const field = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type !== "checkbox");
    root.classList.toggle("typing", touch.matches && field);
  };
  // After the event the focus may be on its way to another field.
  const blur = () => setTimeout(focus, 0);
  measure();
  focus();
  view?.addEventListener("resize", measure);
  view?.addEventListener("scroll", measure);
  document.addEventListener("focusin", focus);
  document.addEventListener("focusout", blur);
  return () => {
    view?.removeEventListener("resize", measure);
    view?.removeEventListener("scroll", measure);
    document.removeEventListener("focusin", focus);
    document.removeEventListener("focusout", blur);
  };
}
