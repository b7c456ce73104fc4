/**
 * Sentences by key, from the catalogues of `board/words`.
 *
 * A page brings the messages of its first view with it, by area, and names a file for each other area, which is loaded
 * with the code that needs it.
 */

import { FluentBundle, FluentNumber, type FluentResource } from "@fluent/bundle";
import type { Area, Keys } from "../words.generated";

/** What the build writes for an area (`frontend/words.ts`). */
export interface Messages {
  readonly locale: string;
  readonly body: FluentResource["body"];
}

type Param = string | number;
/** The parameters of a message; none for one without. */
type Given<K extends keyof Keys> = [Keys[K]] extends [never] ? [] : [Record<Keys[K], Param>];

/** Up to here a whole number in English is written as its digits, in threes. */
const MOST = 999_999;
const THOUSANDS = /\B(?=(\d{3})+$)/g;

/** Building the number format of a locale takes a tenth of the time in which a page opens on a slow machine. */
class Digits extends FluentNumber {
  override toString(): string {
    return String(this.value).replace(THOUSANDS, ",");
  }
}

let bundle: FluentBundle | undefined;
const loaded = new Map<Area, Promise<void>>();

/** The sentence of a key. Numbers and plurals follow the language. */
export function say<K extends keyof Keys>(key: K, ...[params]: Given<K>): string {
  const pattern = bundle?.getMessage(key)?.value;
  return pattern ? (bundle as FluentBundle).formatPattern(pattern, params && prepared(params)) : key;
}

function prepared(params: Record<string, Param>): Record<string, Param | FluentNumber> {
  if (!bundle?.locales[0]?.startsWith("en")) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isPlain(value) ? new Digits(value) : value]),
  );
}

function isPlain(value: Param): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST;
}

/** The locale of the sentences, for dates and lists beside them. */
export const locale = (): string[] | undefined => bundle?.locales;

/** A date in words, in UTC as the server counts. */
export function day(when: Date): string {
  const parts = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return when.toLocaleDateString(bundle?.locales, parts);
}

/** Adds the messages of an area, which need not be loaded any more. */
export function addWords(area: Area, { locale, body }: Messages): void {
  // Isolates would stand in texts that people copy; what people wrote is isolated by `dir="auto"` and `<bdi>`.
  bundle ??= new FluentBundle(locale, { useIsolating: false });
  bundle.addResource({ body });
  loaded.set(area, Promise.resolve());
}

/** Loads the messages of areas, each once; rejects when one cannot be loaded, and then tries again the next time. */
export async function loadWords(...areas: readonly Area[]): Promise<void> {
  await Promise.all(areas.map(wanted));
}

function wanted(area: Area): Promise<void> {
  const known = loaded.get(area);
  if (known) return known;
  const loading = found(area).catch((error: unknown) => {
    loaded.delete(area);
    throw error;
  });
  loaded.set(area, loading);
  return loading;
}

async function found(area: Area): Promise<void> {
  const brought = document.querySelector(`script[data-words="${area}"]`)?.textContent;
  addWords(area, (brought ? JSON.parse(brought) : await fetched(area)) as Messages);
}

async function fetched(area: Area): Promise<unknown> {
  const link = document.querySelector<HTMLLinkElement>(`link[data-words="${area}"]`);
  if (!link) throw new Error(`no words for ${area}`);
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${area}: ${answer.status}`);
  return answer.json();
}
