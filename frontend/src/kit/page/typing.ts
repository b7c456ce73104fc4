import { afterPress } from "./press";

/** A keyboard covers more than this (px), the bars of a browser less. */
const KEYBOARD = 120;

/** Whether somebody writes on a touch screen: they touched the field or wrote into it, or the keyboard has come up. */
export function writes(field: boolean, meant: boolean, covered: number): boolean {
  return field && (meant || covered > KEYBOARD);
}

function isField(at: Element | EventTarget | null): boolean {
  return at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type !== "checkbox");
}

/**
 * Phones: the keyboard covers the page and does not always resize it. `--keyboard` on the root is how much it covers,
 * and the class `typing` says that somebody writes into a field there. A field that a script focused brings no
 * keyboard, so the page stays whole.
 */
export function followKeyboard(root: HTMLElement = document.documentElement): () => void {
  const view = window.visualViewport;
  const touch = window.matchMedia("(pointer: coarse)");
  let meant = false;
  let up = false;
  let whole = { width: 0, height: 0 };
  const look = () => {
    const field = isField(document.activeElement);
    // A zoomed page is smaller too.
    const zoomed = (view?.scale ?? 1) >= 1.05;
    const height = view?.height ?? window.innerHeight;
    const taller = height > whole.height || window.innerWidth !== whole.width;
    whole = taller && !zoomed ? { width: window.innerWidth, height } : whole;
    const gone = zoomed ? 0 : whole.height - height;
    if (up && gone <= KEYBOARD) {
      meant = false;
    }
    up = gone > KEYBOARD;
    meant &&= field;
    root.classList.toggle("typing", touch.matches && writes(field, meant, gone));
    // Where the browser has resized the page, the keyboard covers nothing.
    const covered = view && !zoomed ? window.innerHeight - view.height - view.offsetTop : 0;
    root.style.setProperty("--keyboard", covered > KEYBOARD ? `${Math.round(covered)}px` : "0px");
  };
  // The bars come and go with the keyboard, but not between a press and its click.
  const changed = () => afterPress(look);
  const write = (event: Event) => {
    if (isField(event.target)) {
      meant = true;
      changed();
    }
  };
  // After the event the focus may be on its way to another field.
  const blur = () => setTimeout(changed, 0);
  look();
  view?.addEventListener("resize", changed);
  view?.addEventListener("scroll", changed);
  document.addEventListener("focusin", changed);
  document.addEventListener("focusout", blur);
  document.addEventListener("click", write);
  document.addEventListener("input", write);
  return () => {
    view?.removeEventListener("resize", changed);
    view?.removeEventListener("scroll", changed);
    document.removeEventListener("focusin", changed);
    document.removeEventListener("focusout", blur);
    document.removeEventListener("click", write);
    document.removeEventListener("input", write);
  };
}
