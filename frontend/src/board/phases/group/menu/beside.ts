/** Puts a menu beside the card or head it speaks of, so that one can still read what one is moving. */

import { place } from "../../../../kit/place";

const GAP = 8;

export function placeBeside(panel: HTMLElement, anchor: HTMLElement): void {
  const subject = anchor.closest<HTMLElement>("[data-idea], .group-head");
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const size = { width: panel.offsetWidth, height: panel.offsetHeight };
  const at = subject?.getBoundingClientRect();
  const right = at ? at.right + GAP : 0;
  const left = at ? at.left - GAP - size.width : 0;
  const x = right + size.width <= view.width - GAP ? right : left >= GAP ? left : null;
  if (!at || x === null) {
    place(panel, anchor);
    return;
  }
  const y = Math.max(GAP, Math.min(at.top, view.height - GAP - size.height));
  panel.style.setProperty("--x", `${Math.round(x)}px`);
  panel.style.setProperty("--y", `${Math.round(y)}px`);
  panel.style.setProperty("--room", `${Math.round(view.height - 2 * GAP)}px`);
}
