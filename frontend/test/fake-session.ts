/** A work session for tests of its views: a document that tests change, and commands that they answer. */

import { type Signal, signal } from "@preact/signals";
import { Store } from "../src/live/storage";
import type { Session } from "../src/session/engine";
import type { Answer, Roots } from "../src/session/types";
import type { Command, Item, Person, SessionMeta, SessionNotice } from "../src/worksession.generated";

export const NOW = 1_700_000_000;

export const item = (title: string, rank: string, minutes: number, more: Partial<Item> = {}): Item => ({
  title,
  rank,
  minutes,
  kind: "work",
  extra: 0,
  owner: null,
  spent: null,
  skipped: false,
  ...more,
});

export const person = (name: string, more: Partial<Person> = {}): Person => ({
  name,
  role: "member",
  colour: 0,
  decider: false,
  goal: null,
  reach: null,
  outcome: null,
  taken: null,
  note: null,
  stuck: null,
  back: false,
  shown: false,
  removed: false,
  ...more,
});

const META = {
  kind: "team",
  state: "running",
  contract: { artifact: "A brief", minutes: 60 },
  clock: { item: "draft", since: NOW, before: 0, began: NOW, end: NOW + 1800, act: null },
  clock_by: "everyone",
  acting: null,
  locked: false,
  text_digest: "1",
  headings: [
    { words: "A brief", level: 1 },
    { words: "Price", level: 2 },
  ],
  characters: 20,
  words: 0,
  written: false,
  versions: [],
} as unknown as SessionMeta;

const NOTICE = {
  here: ["me", "ben"],
  present: 2,
  answered: {},
  lead_gone: null,
  left_open: null,
  you: { role: "join", roles: ["join"], person: "me", answers: {}, boards: {} },
} as unknown as SessionNotice;

export interface FakeSession {
  readonly session: Session;
  readonly meta: Signal<SessionMeta>;
  readonly notice: Signal<SessionNotice>;
  readonly now: Signal<number>;
  readonly leads: Signal<boolean>;
  readonly myself: Signal<Person | null>;
  readonly roots: { readonly [name in keyof Roots]: Signal<Roots[name]["value"]> };
  /** what the page asked for */
  readonly asked: Command[];
  /** what the next commands are answered with; "ok" when there is nothing left */
  readonly answers: Partial<Answer>[];
}

export function aSession(): FakeSession {
  const map = <T>(entries: readonly (readonly [string, T])[] = []) => signal<ReadonlyMap<string, T>>(new Map(entries));
  const roots = {
    meta: map(),
    conditions: map([["c", { text: "Price", met: false, rank: "1", note: null }]]),
    agenda: map([
      ["draft", item("Draft", "1", 25)],
      ["finish", item("Finish", "2", 5, { kind: "finish" })],
    ]),
    people: map([
      ["me", person("Ana")],
      ["ben", person("Ben")],
    ]),
    tasks: map(),
    parked: map(),
    agreements: map(),
  } as unknown as FakeSession["roots"];
  const [meta, notice, now, leads] = [signal(META), signal(NOTICE), signal(NOW), signal(false)];
  const myself = signal<Person | null>(person("Ana"));
  const asked: Command[] = [];
  const answers: Partial<Answer>[] = [];
  const session = {
    boot: { session: "s-1", role: "join", links: {} },
    roots,
    meta,
    formatted: signal(null),
    notice,
    now,
    leads,
    me: signal("me"),
    myself,
    store: new Store(null, "test/", new EventTarget()),
    serverNow: () => now.peek(),
    ask: async (command: Command): Promise<Answer> => {
      asked.push(command);
      return { id: "1", answer: "ok", ...answers.shift() };
    },
  } as unknown as Session;
  return { session, meta, notice, now, leads, myself, roots, asked, answers };
}
