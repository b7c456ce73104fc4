/** Plays the landing of a count over a table that shows its end already: nothing waits for it, and any press ends it. */

import { PHONE } from "../../../kit/page/use-phone";
import { FALL, type Landing, landed, landings, landsAt } from "./landing";

/** A row of the count, the best first. */
interface Row {
  readonly element: HTMLElement;
  readonly number: HTMLElement;
  readonly dots: number;
}

/** Milliseconds in which a row appears, and in which the best one grows. */
const APPEARS = 160;
const GROWS = 280;
/** From more dots on, five of them land as one. */
const MOST_MOVED = 300;
/** Where a dot comes from, in its own diameters: from above, on phones from the right. */
const DROP = "translateY(-3em)";
const ROLL = "translateX(12em)";

/** Plays `table` and returns how to end it. With less motion, and where nobody looks, the end stands as it is. */
export function play(table: HTMLElement): () => void {
  const rows = inSight(table);
  const { rows: landing, length } = landings(rows.map(({ dots }) => dots));
  if (length === 0 || document.hidden || matches("(prefers-reduced-motion: reduce)")) return () => {};
  const one = rows.reduce((sum, { dots }) => sum + dots, 0) > MOST_MOVED ? ".dot-row svg" : ".dot-row circle";
  const moving = rows.flatMap((row, at) => moved(row, landing[at] as Landing, one));
  const leads = rows[0] && rows[0].dots > (rows[1]?.dots ?? 0) ? [grown(rows[0], length)] : [];
  const start = performance.now();
  let frame = 0;
  const count = (): void => {
    const now = performance.now() - start;
    for (const [at, row] of rows.entries()) show(row, landed(landing[at] as Landing, now));
    if (now < length) frame = requestAnimationFrame(count);
    else end(false);
  };
  const stop = () => end(true);
  const end = (early: boolean): void => {
    cancelAnimationFrame(frame);
    for (const row of rows) show(row, row.dots);
    if (early) for (const animation of [...moving, ...leads]) animation.cancel();
    for (const event of ENDS) removeEventListener(event, stop, true);
  };
  count();
  for (const event of ENDS) addEventListener(event, stop, { capture: true, passive: true });
  return stop;
}

const ENDS = ["pointerdown", "keydown"] as const;

/** The rows that are on the screen: what lies below is not waited for. */
function inSight(table: HTMLElement): Row[] {
  return [...table.querySelectorAll<HTMLElement>("[data-dots]")].flatMap((element) => {
    const number = element.querySelector<HTMLElement>("[data-number]");
    const { top, bottom } = element.getBoundingClientRect();
    const seen = bottom > 0 && top < innerHeight;
    return number && seen ? [{ element, number, dots: Number(element.dataset.dots) }] : [];
  });
}

function show({ number }: Row, dots: number): void {
  const text = number.firstChild;
  if (text && text.nodeValue !== String(dots)) text.nodeValue = String(dots);
}

function moved({ element, dots }: Row, landing: Landing, one: string): Animation[] {
  const frames = [{ opacity: 0 }, { opacity: 1 }];
  const appears = element.animate(frames, { duration: APPEARS, delay: landing.from, fill: "backwards" });
  const marks = [...element.querySelectorAll<SVGElement>(one)];
  const from = matches(PHONE) ? ROLL : DROP;
  const each = marks.length > 0 ? dots / marks.length : 1;
  return [
    appears,
    ...marks.map((mark, at) =>
      mark.animate(
        [
          { opacity: 0, transform: from },
          { opacity: 1, offset: 0.3 },
          { opacity: 1, transform: "none" },
        ],
        {
          duration: FALL,
          delay: landsAt(landing, Math.round((at + 1) * each) - 1) - FALL,
          easing: "cubic-bezier(0.4, 0, 0.9, 0.6)",
          fill: "backwards",
        },
      ),
    ),
  ];
}

/** Once all dots lie, the first row is the one that the eye should find. */
function grown({ number }: Row, length: number): Animation {
  return number.animate([{ scale: 1 }, { scale: 1.35 }, { scale: 1 }], { duration: GROWS, delay: length });
}

function matches(query: string): boolean {
  return window.matchMedia(query).matches;
}
