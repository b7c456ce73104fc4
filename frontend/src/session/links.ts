/** The links that this page may give away: those it was served with, and those renewed since. */

import { type Signal, signal } from "@preact/signals";
import type { Link } from "../worksession.generated";
import type { Boot } from "./types";

export type Links = Partial<Record<Link, string>>;

const renewed: Signal<Links> = signal({});

/** The addresses that work now. */
export function linksOf({ links }: Boot): Links {
  return { ...links, ...renewed.value };
}

/** Takes the tokens of new links, which the answer to `renew_links` brings; returns their addresses. */
export function renew(tokens: Links, origin: string): Links {
  const addresses = Object.entries(tokens).map(([link, token]) => [link, `${origin}/join/${token}`]);
  renewed.value = { ...renewed.peek(), ...Object.fromEntries(addresses) };
  return renewed.value;
}
