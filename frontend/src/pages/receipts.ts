/**
 * Find my dots: which hashes of the record belong to a vote code (twin of `board/voting/receipts.py`).
 *
 * The code stays in the page. The record is the JSON file itself, so what is found is what stands under its address.
 */

import { ANY_RECEIPT } from "../browser-storage";
import type { Say } from "./check-words";
import { sentences } from "./sentences";

interface Option {
  readonly option: string;
  readonly name: string | null;
}

interface Round {
  readonly round: number;
  readonly runoff: boolean;
  readonly options: readonly Option[];
  readonly receipts: Readonly<Record<string, readonly string[]>>;
}

export interface Votes {
  readonly rounds: readonly Round[];
}

export interface Found {
  readonly round: number;
  readonly runoff: boolean;
  /** The name of the option of each own dot, in the order of the ballot; null when it is hidden. */
  readonly names: readonly (string | null)[];
}

/** Only this many are tried: a browser keeps one code for each round it voted in. */
const MOST_CODES = 100;
const CODE = /^[\w-]{16,64}$/;

export async function receipt(code: string, round: number, option: string, dot: number): Promise<string> {
  const line = new TextEncoder().encode(`shortlist receipt\n${code}\n${round}\n${option}\n${dot}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", line));
  return Array.from(digest.slice(0, 10), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The dots that belong to these codes, in every round that has any. */
export async function find(votes: Votes, codes: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const { round, runoff, options, receipts } of votes.rounds) {
    const counts = await Promise.all(
      options.map(({ option }) => dots(codes, round, option, new Set(receipts[option] ?? []))),
    );
    const names = options.flatMap(({ name }, at) => Array<string | null>(counts[at] ?? 0).fill(name));
    if (names.length > 0) found.push({ round, runoff, names });
  }
  return found;
}

async function dots(codes: readonly string[], round: number, option: string, told: Set<string>): Promise<number> {
  if (told.size === 0) return 0;
  let count = 0;
  for (const code of codes) {
    for (let dot = 1; told.has(await receipt(code, round, option, dot)); dot += 1) count += 1;
  }
  return count;
}

/** The codes that boards of this site left in this browser: which of them are of this record, only looking tells. */
export function keptCodes(storage: () => Storage): string[] {
  try {
    const area = storage();
    const pattern = new RegExp(ANY_RECEIPT);
    const keys = Array.from({ length: area.length }, (_, at) => area.key(at) ?? "").filter((key) => pattern.test(key));
    const codes = keys.map((key): unknown => JSON.parse(area.getItem(key) ?? "null"));
    return codes.filter((code): code is string => typeof code === "string" && CODE.test(code)).slice(0, MOST_CODES);
  } catch {
    // A forbidden storage holds no codes.
    return [];
  }
}

/** Shows the box and makes it work; without it the page says how to do the same by hand. */
export function offerMyDots(page: Document, address: string, load = sentences): void {
  const box = page.querySelector<HTMLElement>("[data-own-dots]");
  const form = box?.querySelector("form");
  const field = box?.querySelector("input");
  const button = box?.querySelector<HTMLButtonElement>("[data-own-kept]");
  const told = box?.querySelector<HTMLElement>("[data-own-found]");
  if (!box || !form || !field || !button || !told) return;
  box.hidden = false;
  const used = async (answer: (say: Say) => void | Promise<void>): Promise<void> => {
    const say = await load();
    if (say) await answer(say);
    else told.replaceChildren(sentence(told.dataset.failed ?? ""));
  };
  const look = async (say: Say, codes: readonly string[], none: string): Promise<void> => {
    if (globalThis.crypto?.subtle === undefined) return told.replaceChildren(sentence(say("check-dots-unsafe")));
    told.replaceChildren(sentence(say("check-dots-looking")));
    try {
      const answer = await fetch(`${address}.json`);
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await find((await answer.json()) as Votes, codes);
      told.replaceChildren(...(found.length ? found.flatMap((one) => shown(one, say)) : [sentence(none)]));
    } catch {
      told.replaceChildren(sentence(say("check-dots-failed")));
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const codes = field.value.split(/[\s,;]+/).filter((code) => CODE.test(code));
    const empty = field.value.trim() === "";
    void used((say) =>
      empty
        ? told.replaceChildren(sentence(say("check-dots-empty")))
        : look(say, codes.slice(0, MOST_CODES), say("check-dots-none")),
    );
  });
  const kept = keptCodes(() => localStorage);
  button.hidden = kept.length === 0;
  button.addEventListener("click", () => void used((say) => look(say, kept, say("check-dots-none-kept"))));
}

function sentence(text: string): HTMLElement {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}

function shown({ round, runoff, names }: Found, say: Say): HTMLElement[] {
  const list = document.createElement("ul");
  list.setAttribute("role", "list");
  for (const name of names) {
    const item = document.createElement("li");
    const said = document.createElement("span");
    said.dir = "auto";
    said.textContent = name ?? say("check-dots-hidden");
    item.append(said);
    list.append(item);
  }
  const head = sentence(say(runoff ? "check-dots-runoff" : "check-dots-round", { round, dots: names.length }));
  head.className = "round";
  return [head, list];
}
