/**
 * What a session is for, in one to three sentences: twin of `board/recaps/sentence.py`, from the same
 * messages. `tests/data/contract.json` has the cases of both.
 */

import { say } from "../words/say";
import type { Condition, Owner, Person, SessionMeta } from "../worksession.generated";

/** Conditions that the sentence names; of the others it says how many there are. */
const MOST_CONDITIONS = 5;

/** Characters of a sentence that is read at a glance; a longer one leaves "Done when" to a list below it. */
export const GLANCE = 260;

/** As much of a session as the sentence says. */
export interface Agreed {
  readonly meta: Pick<SessionMeta, "kind" | "contract">;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly people: ReadonlyMap<string, Person>;
}

/** A part of the sentence; `typed`: somebody wrote it. */
export interface Part {
  readonly text: string;
  readonly typed: boolean;
}

// Stand around what somebody wrote; no text that can be typed has them.
const OPEN = "\u{f0000}";
const CLOSE = "\u{f0001}";
/** As the locale of the messages (`frontend/words.ts`). */
const LIST = new Intl.ListFormat("en-GB");
const TYPED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, "u");

/** The contract in words, without what was left open. */
export function sentence(agreed: Agreed): string {
  return parts(agreed)
    .map(({ text }) => text)
    .join("");
}

/** The same, cut where the words of people begin and end. */
export function parts({ meta, conditions, people }: Agreed): readonly Part[] {
  const { contract, kind } = meta;
  const said = [what(contract)];
  if (conditions.size > 0) said.push(say("contract-done-when", { conditions: named(conditions) }));
  const owner = contract.owner ? ownerName(contract.owner, people) : leadName(people);
  if (contract.owner || (kind !== "individual" && kind !== "deep_work")) {
    said.push(owner === null ? say("contract-lead-says") : say("contract-says", { owner: marked(owner) }));
  }
  return said
    .join(" ")
    .split(TYPED)
    .map((text, at) => ({ text, typed: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** The name of an owner, who is in the session or not. */
export function ownerName({ person, words }: Owner, people: ReadonlyMap<string, Person>): string {
  return (person ? people.get(person)?.name : undefined) ?? onOneLine(words ?? "");
}

function what({ artifact, audience, minutes }: SessionMeta["contract"]): string {
  const [thing, reader] = [onOneLine(artifact), inside(audience ?? "")];
  if (thing && reader) return say("contract-what-for", { artifact: marked(thing), audience: marked(reader), minutes });
  if (thing) return say("contract-what", { artifact: marked(thing), minutes });
  if (reader) return say("contract-time-for", { audience: marked(reader), minutes });
  return say("contract-time", { minutes });
}

function named(conditions: ReadonlyMap<string, Condition>): string {
  const ordered = inOrder(conditions).map(([, one]) => marked(inside(one.text)));
  const first = ordered.slice(0, MOST_CONDITIONS);
  const more = ordered.length - first.length;
  return LIST.format(more > 0 ? [...first, say("contract-more", { count: more })] : first);
}

function leadName(people: ReadonlyMap<string, Person>): string | null {
  return [...people.values()].find(({ role, removed }) => role === "lead" && !removed)?.name ?? null;
}

/** What has a rank, in its order; ties by id. */
export function inOrder<T extends { readonly rank: string }>(all: ReadonlyMap<string, T>): readonly [string, T][] {
  const less = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...all].sort(([a, x], [b, y]) => less(x.rank, y.rank) || less(a, b));
}

/** What somebody typed, as a part of a sentence: on one line, and without a full stop of its own. */
function onOneLine(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(" ").replace(/\.$/, "");
}

/** The same, not at the beginning: "The price is in it" loses its capital, and "Ana has read it" does not. */
function inside(text: string): string {
  const part = onOneLine(text);
  const first = part.split(" ", 1)[0] ?? "";
  const small = say("contract-small-words").split(" ");
  return small.includes(first.toLowerCase()) ? part.charAt(0).toLowerCase() + part.slice(1) : part;
}

function marked(text: string): string {
  return OPEN + text + CLOSE;
}
