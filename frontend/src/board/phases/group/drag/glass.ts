/**
 * A sheet of glass over the page while a card is dragged: it has the hand's cursor, and nothing under it lights up.
 *
 * To give the cursor to all that lies on the page would style each thing on it twice a drag, when it begins and ends.
 */

let glass: HTMLElement | null = null;

/** The returned function takes it away. */
export function cover(): () => void {
  const sheet = document.createElement("div");
  sheet.className = "glass";
  sheet.addEventListener("wheel", passOn, { passive: false });
  document.body.append(sheet);
  glass = sheet;
  return () => {
    sheet.remove();
    glass = null;
  };
}

/** A line of a wheel that counts in lines, in px. */
const LINE = 16;

/** The page scrolls by itself. Other scrolling elements get no wheel events through the overlay. */
function passOn(event: WheelEvent): void {
  const scroller = under(event.clientX, event.clientY)?.closest(".tray-scroll");
  if (!scroller || event.ctrlKey) return;
  const before = scroller.scrollTop;
  scroller.scrollTop += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1);
  if (scroller.scrollTop !== before) event.preventDefault();
}

let seen: { readonly x: number; readonly y: number; readonly element: Element | null } | null = null;

/**
 * The element at a point of the screen, under the overlay. All who ask in one frame get one answer: to look costs a fifth
 * of a frame on a slow machine.
 */
export function under(x: number, y: number): Element | null {
  if (seen?.x === x && seen.y === y) return seen.element;
  if (seen === null) setTimeout(forget);
  const element = document.elementsFromPoint(x, y).find((one) => one !== glass) ?? null;
  seen = { x, y, element };
  return element;
}

function forget(): void {
  seen = null;
}
