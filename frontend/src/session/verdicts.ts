/** The sentences about what a session makes, and how it ended. */

import { isolated } from "../words/isolated";
import { locale, say } from "../words/say";
import type { Condition, Contract, Ending, Item, Owner, Person } from "../worksession.generated";

export type People = ReadonlyMap<string, Person>;
export type Conditions = ReadonlyMap<string, Condition>;

/** The name of somebody of the session, or the words about somebody who is not in it; null without an owner. */
export function nameOf(owner: Owner | null, people: People): string | null {
  return (owner?.person ? people.get(owner.person)?.name : owner?.words) ?? null;
}

/** Who says when it is done: the owner, else whoever leads; null where nobody is named. */
export function judgeOf(contract: Contract, people: People): string | null {
  return (
    nameOf(contract.owner, people) ??
    [...people.values()].find(({ role, removed }) => role === "lead" && !removed)?.name ??
    null
  );
}

/** The one word of a verdict, with its full stop. */
export function wordOf({ verdict, finished_at }: Ending): string {
  return finished_at === null ? say(`verdict-word-${verdict}`) : say("verdict-word-done");
}

/** What stands behind the word: who finishes it by when, or when that was done. Empty where there is nothing to add. */
export function restOf(ending: Ending, people: People, alone: boolean): string {
  if (ending.verdict !== "nearly") return "";
  const name = isolated((ending.finisher && people.get(ending.finisher)?.name) || say("verdict-somebody"));
  if (ending.finished_at !== null) {
    const day = moment(ending.finished_at, { day: "numeric", month: "long" });
    return alone ? say("verdict-finished-alone", { day }) : say("verdict-finished", { name, day });
  }
  const day = date(ending.by) ?? "";
  return alone ? say("verdict-by-alone", { day }) : say("verdict-by", { name, day });
}

/** The whole minutes that were worked, and those that were planned. Breaks count in both. */
export function minutesOf(
  contract: Contract,
  agenda: ReadonlyMap<string, Item>,
): { readonly real: number; readonly planned: number } {
  const seconds = [...agenda.values()].reduce((sum, { spent }) => sum + (spent ?? 0), 0);
  return { real: Math.round(seconds / 60), planned: contract.minutes };
}

/** How many conditions there are, and how many of them are met. */
export function stateOf(conditions: Conditions): { readonly met: number; readonly all: number } {
  const all = [...conditions.values()];
  return { met: all.filter(({ met }) => met).length, all: all.length };
}

/** "Fri 4 Dec" of a day "YYYY-MM-DD"; null for anything else. */
export function date(day: string | null, length: "short" | "long" = "long"): string | null {
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return null;
  return at.toLocaleDateString(locale(), { weekday: length, day: "numeric", month: length, timeZone: "UTC" });
}

/** The day "YYYY-MM-DD" that is a number of days after a moment, in the time zone of this browser. */
export function dayIn(seconds: number, days = 0): string {
  const at = new Date(seconds * 1000);
  at.setDate(at.getDate() + days);
  const pad = (number: number): string => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** "28 November". */
export const dayOf = (seconds: number): string => moment(seconds, { day: "numeric", month: "long" });

/** "28 Nov, 14:58". */
export const momentOf = (seconds: number): string =>
  moment(seconds, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(parts);
}

/** Whether nobody but one person works here, who needs no names. */
export const isAlone = (kind: string): boolean => kind === "individual" || kind === "deep_work";

function moment(seconds: number, how: Intl.DateTimeFormatOptions): string {
  return new Date(seconds * 1000).toLocaleString(locale(), how);
}
