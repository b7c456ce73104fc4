/** A heading that was asked for before the text was here. */
let waiting: string | null = null;

/** Scrolls to a heading of the text, now or once the text is here. The focus stays where it is. */
export function show(heading: string): void {
  const section = [...document.querySelectorAll<HTMLElement>(".doc [data-heading]")].find(
    (one) => one.dataset.heading === heading,
  );
  waiting = section ? null : heading;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  section?.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}

/** The text is here, or a newer one. */
export function showWaiting(): void {
  if (waiting !== null) show(waiting);
  waiting = null;
}
