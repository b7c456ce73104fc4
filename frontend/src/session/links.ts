/** The links that this page may give away: those it was served with, and those renewed since. */

import { type Signal, signal } from "@preact/signals";
import type { Link } from "../worksession.generated";
import type { Boot } from "./types";

export type Links = Partial<Record<Link, string>>;

const renewed: Signal<Links> = signal({});
let times = 0;

/** The addresses that work now. */
export function linksOf({ links }: Boot): Links {
  return { ...links, ...renewed.value };
}

/** The picture of a link. A new link has another one at the same address, which browsers must not take from a cache. */
export function pictureOf({ qr }: Boot, link: Link): string | undefined {
  const picture = qr[link];
  return picture === undefined || renewed.value[link] === undefined ? picture : `${picture}?${times}`;
}

/** Programs ask for the calendar; people open the others. */
const pathOf = (link: Link, token: string): string =>
  link === "calendar" ? `/calendars/${token}.ics` : `/join/${token}`;

/** Takes the tokens of new links, which the answer to `renew_links` and notices bring; returns their addresses. */
export function renew(tokens: Links, origin: string): Links {
  const known = renewed.peek();
  const news = Object.entries(tokens).map(([link, token]) => [link, origin + pathOf(link as Link, token)] as const);
  if (news.some(([link, address]) => known[link as Link] !== address)) {
    times += 1;
    renewed.value = { ...known, ...Object.fromEntries(news) };
  }
  return renewed.peek();
}
