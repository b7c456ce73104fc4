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

/** The element at a point of the screen, under the overlay. */
export function under(x: number, y: number): Element | null {
  return document.elementsFromPoint(x, y).find((element) => element !== glass) ?? null;
}
