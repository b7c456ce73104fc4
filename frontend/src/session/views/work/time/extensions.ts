/** "+5" asks where from: each later item that can spare it, the end, or leaving one out. */

import type { Course } from "./course";

/** Seconds that an item keeps when time is taken from it; twin of `rules/clock.py`. */
const LEAST = 60;

export interface Offer {
  readonly from: string | { readonly skip: string };
  /** of the item that gives; "" for the end */
  readonly title: string;
  /** whole minutes of the item that gives, before and after; after is 0 for one that is left out */
  readonly before: number;
  readonly after: number;
  /** when the session then ends */
  readonly ends: number;
}

export function offers(course: Course, seconds: number): Offer[] {
  const { coming, left, ends } = course;
  // What the running item overran already is spent: only the rest of the new time comes on top.
  const longer = Math.max(0, left + seconds) - Math.max(0, left);
  const minutes = (length: number): number => Math.round(length / 60);
  const givers = coming.filter(({ length }) => length - seconds >= LEAST);
  const out = coming.filter(({ kind }) => kind !== "finish");
  return [
    ...givers.map(({ id, title, length }) => ({
      from: id,
      title,
      before: minutes(length),
      after: minutes(length - seconds),
      ends: ends + longer - seconds,
    })),
    { from: "end", title: "", before: 0, after: 0, ends: ends + longer },
    ...out.map(({ id, title, length }) => ({
      from: { skip: id },
      title,
      before: minutes(length),
      after: 0,
      ends: ends + longer - length,
    })),
  ];
}
