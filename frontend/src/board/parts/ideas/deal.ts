/**
 * The reveal: cards fly from one deck to their places, in an order that says nothing, in less than a second.
 *
 * It is for who was there. A page that is opened or reloaded later shows the cards lying, and so does one that wants
 * less motion.
 */

/** From the first card that leaves the deck to the last (ms), and the flight of one. Together under a second. */
const SPREAD = 520;
const FLIGHT = 380;

/** Cards this page has shown, so that only new ones are dealt. */
const seen = new Set<string>();
let present = false;

/** The page is open while ideas are still to come, so it deals the next ones. */
export function wait(): void {
  present = true;
}

/** A random order of `n` things: `order[i]` says when thing `i` has its turn. */
export function shuffled(n: number, random: () => number = Math.random): number[] {
  const order = Array.from({ length: n }, (_, at) => at);
  for (let at = n - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

/** When thing `turn` of `n` leaves the deck (ms). */
export function delay(turn: number, n: number): number {
  return n < 2 ? 0 : Math.round((turn / (n - 1)) * Math.min(SPREAD, n * 45));
}

/** Deals out the cards of a list that were not there before. Call after each change of the list. */
export function deal(list: HTMLElement): void {
  const cards = [...list.querySelectorAll<HTMLElement>("[data-idea]")];
  const fresh = cards.filter((card) => !seen.has(card.dataset.idea ?? ""));
  for (const card of fresh) {
    seen.add(card.dataset.idea ?? "");
  }
  const first = !present;
  present = true;
  if (first || fresh.length === 0 || window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    return;
  }
  const deck = { x: window.innerWidth / 2, y: window.innerHeight * 0.82 };
  const places = fresh.map((card) => card.getBoundingClientRect());
  // What lies below the screen needs no flight.
  const inSight = fresh.filter((_, at) => (places[at]?.top ?? 0) < window.innerHeight);
  const turns = shuffled(inSight.length);
  inSight.forEach((card, at) => {
    const place = places[fresh.indexOf(card)] as DOMRect;
    const x = Math.round(deck.x - place.left - place.width / 2);
    const y = Math.round(deck.y - place.top - place.height / 2);
    const lean = (Math.random() - 0.5) * 14;
    card.animate(
      [
        { opacity: 0, transform: `translate(${x}px, ${y}px) rotate(${lean}deg) scale(0.86)` },
        { opacity: 1, offset: 0.25 },
        { opacity: 1, transform: "none" },
      ],
      {
        duration: FLIGHT,
        delay: delay(turns[at] ?? 0, inSight.length),
        easing: "cubic-bezier(0.2, 0.7, 0.2, 1)",
        fill: "backwards",
      },
    );
  });
}
