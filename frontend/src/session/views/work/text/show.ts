/** The editor, when the text stands in one. */
let editor: { readonly goTo: (heading: string) => boolean } | null = null;

/** A heading that was asked for before the text was here. */
let waiting: string | null = null;

export function showIn(opened: typeof editor): void {
  editor = opened;
}

/**
 * Scrolls to a heading of the text, now or once the text is here. The focus stays where it is; in the editor the cursor
 * goes there.
 */
export function show(heading: string): void {
  if (editor?.goTo(heading)) return;
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
