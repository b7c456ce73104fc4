const GAP = 6;
const EDGE = 8;

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a panel of a size hangs on a button inside a window: below when it fits, else above, never over the edge. */
export function spot(
  button: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
  fromRight: boolean,
): { x: number; y: number; up: boolean } {
  const up = button.bottom + GAP + size.height > view.height - EDGE && button.top > view.height - button.bottom;
  const wanted = fromRight ? button.right - size.width : button.left;
  const x = Math.max(EDGE, Math.min(wanted, view.width - EDGE - size.width));
  const y = up ? Math.max(EDGE, button.top - GAP - size.height) : button.bottom + GAP;
  return { x, y, up };
}

/** Puts a shown panel at its button; the space it has goes to the style sheet as `--room`. */
export function place(panel: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const rtl = getComputedStyle(button).direction === "rtl";
  const nearRight = at.left + at.width / 2 > view.width / 2;
  const { x, y, up } = spot(at, { width: panel.offsetWidth, height: panel.scrollHeight }, view, nearRight !== rtl);
  panel.style.setProperty("--x", `${Math.round(x)}px`);
  panel.style.setProperty("--y", `${Math.round(y)}px`);
  panel.style.setProperty("--room", `${Math.round(up ? at.top - GAP - EDGE : view.height - y - EDGE)}px`);
}
