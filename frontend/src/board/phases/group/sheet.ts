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
  document.body.append(sheet);
  glass = sheet;
  return () => {
    sheet.remove();
    glass = null;
  };
}

/** What lies at a point of the screen, under the glass. */
export function under(x: number, y: number): Element | null {
  return document.elementsFromPoint(x, y).find((element) => element !== glass) ?? null;
}
