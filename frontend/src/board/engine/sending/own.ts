/**
 * The ideas this browser wrote, and the secrets that prove it. They live here only: the server keeps no author.
 *
 * An idea is kept with its text until its author lets it go, whatever becomes of it on the board.
 */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { OWN_IDEA } from "../../../browser-storage";
import { length, trimmed, unfit } from "../../../kit/text/rules";
import { newId, newSecret } from "../../../live/random";
import type { Store } from "../../../live/storage";
import type { Command } from "../../../protocol.generated";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Answer } from "../types";
import type { Entry, Outbox } from "./outbox";
import { type AllWaiting, type Shown, stillWaiting, type Waiting } from "./own-waiting";

/** The board was put back to an earlier state, and the idea, or its last change, is not on it. */
export const SET_BACK = "set_back";

export interface OwnIdea {
  readonly id: string;
  readonly text: string;
  /** `left_out`: it was still in the late tray when the board was frozen; only this browser has the text. */
  readonly state: "sending" | "saved" | "late" | "refused" | "withdrawn" | "left_out";
  /** A change of the text that is not answered yet, or was refused. */
  readonly pending: string | null;
  /** Why it, or its last change, was refused: a sentence of the server, or `SET_BACK`. */
  readonly why: string | null;
  /** It was sent by itself when time was up. */
  readonly unfinished: boolean;
  /** Its secret is still here: it can be edited, withdrawn and signed by this browser. */
  readonly mine: boolean;
  /** A change of it is stored, and the others see it in a few seconds. */
  readonly waits: boolean;
}

interface Kept extends Omit<OwnIdea, "mine" | "waits"> {
  readonly secret: string | null;
  /** Our own order; it never leaves this browser. */
  readonly at: number;
  readonly waiting?: Waiting | undefined;
}

/** An idea before it is sent: the id and the secret it will have. */
export interface Seed {
  readonly idea: string;
  readonly secret: string;
}

const NOTHING_WAITS: AllWaiting = new Map();

export class Own {
  /** Oldest first. */
  readonly ideas: ReadonlySignal<readonly OwnIdea[]>;
  /** The idea that was sent by itself when time was up: "finish or withdraw it". */
  readonly unfinished: ReadonlySignal<OwnIdea | null>;
  /** Changes that are stored and not in the document yet, by idea. */
  readonly waiting: ReadonlySignal<AllWaiting>;
  readonly #kept: Signal<ReadonlyMap<string, Kept>>;
  readonly #store: Store;
  readonly #outbox: Outbox;

  constructor(store: Store, outbox: Outbox) {
    this.#store = store;
    this.#outbox = outbox;
    this.#kept = signal(this.#stored());
    store.watch(OWN_IDEA, () => {
      this.#kept.value = this.#stored();
    });
    this.ideas = computed(() => [...this.#kept.value.values()].sort((a, b) => a.at - b.at).map(shown));
    this.unfinished = computed(() => this.ideas.value.findLast((idea) => idea.unfinished) ?? null);
    this.waiting = computed(() => {
      const found = [...this.#kept.value.values()].flatMap(({ id, waiting }) =>
        waiting ? [[id, waiting] as const] : [],
      );
      return found.length === 0 ? NOTHING_WAITS : new Map(found);
    });
    this.#mend();
  }

  has(idea: string): boolean {
    return this.#kept.value.has(idea);
  }

  secret(idea: string): string | null {
    return this.#kept.peek().get(idea)?.secret ?? null;
  }

  /** A new idea; or, when its id is known already, another text for the same one. */
  add(text: string, seed: Seed = { idea: newId(), secret: newSecret() }, unfinished = false): Promise<Answer> {
    const wrong = refusal(text);
    if (wrong !== null) return refused(wrong);
    // Another tab may have sent it a moment ago, before its word reached us.
    if (this.#store.read(OWN_IDEA + seed.idea) !== null) this.#kept.value = this.#stored();
    if (this.has(seed.idea)) return this.edit(seed.idea, text);
    const last = Math.max(0, ...[...this.#kept.value.values()].map((kept) => kept.at));
    this.#keep({
      id: seed.idea,
      secret: seed.secret,
      text: trimmed(text),
      pending: null,
      state: "sending",
      why: null,
      unfinished,
      at: Math.max(Date.now(), last + 1),
    });
    return this.#outbox.put({ do: "add_idea", idea: seed.idea, text: trimmed(text), secret: seed.secret });
  }

  edit(idea: string, text: string): Promise<Answer> {
    const kept = this.#kept.value.get(idea);
    const wrong = refusal(text);
    if (wrong !== null) return refused(wrong);
    if (!kept?.secret) return refused(say("board-idea-not-yours"));
    const { secret } = kept;
    const next = trimmed(text);
    if (next === (kept.pending ?? kept.text) && kept.why === null) {
      this.settle(idea);
      return Promise.resolve({ id: "", answer: "ok" });
    }
    if (kept.state === "refused") {
      // The server never took it in, so its new text is a new attempt at the same idea.
      this.#keep({ ...kept, text: next, pending: null, state: "sending", why: null, unfinished: false });
      return this.#outbox.put({ do: "add_idea", idea, text: next, secret });
    }
    this.#keep({ ...kept, pending: next, why: null, unfinished: false });
    return this.#outbox.put({ do: "edit_idea", idea, text: next, secret });
  }

  withdraw(idea: string): Promise<Answer> {
    const kept = this.#kept.value.get(idea);
    if (!kept?.secret) return refused(say("board-idea-not-yours"));
    if (kept.state === "refused" || this.#outbox.recall(idea)) {
      this.#keep({ ...kept, state: "withdrawn", pending: null, why: null, unfinished: false });
      return Promise.resolve({ id: "", answer: "ok" });
    }
    this.#keep({ ...kept, unfinished: false });
    return this.#outbox.put({ do: "withdraw_idea", idea, secret: kept.secret });
  }

  /** The person has seen to an unfinished idea, or does not want to. */
  settle(idea: string): void {
    const kept = this.#kept.value.get(idea);
    if (kept?.unfinished) this.#keep({ ...kept, unfinished: false });
  }

  /** Forgets an idea together with its text. */
  forget(idea: string): void {
    this.#store.remove(OWN_IDEA + idea);
    this.#kept.value = this.#stored();
  }

  /** The server answered. Written down before the outbox lets go, so a crash between the two loses nothing. */
  answered({ request }: Entry, { answer, why: reason }: Answer): void {
    if (!("idea" in request)) return;
    const kept = this.#kept.value.get(request.idea);
    if (kept === undefined) return;
    const why = reason ?? null;
    const taken = answer === "ok" || answer === "late";
    if (request.do === "add_idea") {
      this.#keep({ ...kept, state: taken ? (answer === "late" ? "late" : "saved") : "refused", why });
    } else if (!taken) {
      this.#keep({ ...kept, why });
    } else if (request.do === "withdraw_idea") {
      this.#keep({ ...kept, state: "withdrawn", pending: null, why: null, waiting: { withdrawn: true } });
    } else {
      const { text } = request;
      const pending = kept.pending === text ? null : kept.pending;
      this.#keep({ ...kept, text, pending, why: null, waiting: { ...kept.waiting, text } });
    }
  }

  /** The server stored a signature, "" for none. */
  signed(idea: string, name: string): void {
    const kept = this.#kept.value.get(idea);
    if (kept !== undefined) this.#keep({ ...kept, waiting: { ...kept.waiting, name: trimmed(name) } });
  }

  /** Stops waiting for changes that the document never showed. New words are offered, and not sent again by themselves. */
  giveUp(overdue: AllWaiting, texts: ReadonlyMap<string, string>): void {
    for (const kept of this.#kept.value.values()) {
      const { id, waiting } = kept;
      if (waiting === undefined || waiting !== overdue.get(id)) continue;
      const settled = { ...kept, waiting: undefined };
      if (!texts.has(id)) this.#keep(settled);
      else if (waiting.withdrawn) this.#keep({ ...settled, state: "saved" });
      else if (waiting.text === undefined || kept.pending !== null) this.#keep(settled);
      else this.#keep({ ...settled, pending: waiting.text, why: SET_BACK });
    }
  }

  /**
   * What the board shows of our ideas: a late one was let in, or never will be; a change is there; and a frozen board
   * needs no secrets.
   */
  compare(shown: Shown, frozen: boolean): void {
    const unanswered = new Set(
      this.#outbox.entries.value.map((entry) => "idea" in entry.request && entry.request.idea),
    );
    for (const before of this.#kept.value.values()) {
      const kept = caughtUp(before, shown);
      if (kept.state === "late" && shown.numbers.has(kept.id)) this.#keep({ ...kept, state: "saved" });
      else if (frozen && kept.secret !== null && !unanswered.has(kept.id)) {
        const state = kept.state === "late" ? "left_out" : kept.state;
        this.#keep({ ...kept, state, secret: null, unfinished: false });
      } else if (kept !== before) this.#keep(kept);
    }
  }

  /** Time was added: late ideas may be in time now. Sending them again returns that answer and changes nothing. */
  askAgain(): void {
    for (const { id, state, secret, text } of this.#kept.peek().values()) {
      if (state === "late" && secret !== null) void this.#outbox.put({ do: "add_idea", idea: id, text, secret });
    }
  }

  /**
   * Whether what we hold for saved is still on the board; returns how many are not, null when an answer is missing.
   * An edit to the same words asks for a hidden idea and changes nothing. What is not there is not sent again by itself,
   * but offered with its text.
   */
  async check(
    shownIds: ReadonlyMap<string, unknown>,
    ask: ((command: Command) => Promise<Answer>) | null,
  ): Promise<number | null> {
    let lost = 0;
    for (const { id, state, secret, text, pending } of this.#kept.peek().values()) {
      if (shownIds.has(id) || pending !== null) continue;
      if (ask === null ? state !== "saved" : secret === null || (state !== "saved" && state !== "late")) continue;
      const answer =
        ask === null ? "refused" : (await ask({ do: "edit_idea", idea: id, text, secret: secret ?? "" })).answer;
      if (answer === "retry") return null;
      const kept = this.#kept.peek().get(id);
      if (answer !== "refused" || kept?.state !== state) continue;
      this.#keep({ ...kept, state: "refused", why: SET_BACK });
      lost += 1;
    }
    return lost;
  }

  /** A tab that died between writing an idea down and putting it in the outbox: put it there now. */
  #mend(): void {
    const sending = new Set(this.#outbox.entries.value.map((entry) => "idea" in entry.request && entry.request.idea));
    for (const { id, state, secret, text } of this.#kept.value.values()) {
      if (state === "sending" && secret !== null && !sending.has(id)) {
        void this.#outbox.put({ do: "add_idea", idea: id, text, secret });
      }
    }
  }

  #keep(kept: Kept): void {
    this.#store.write(OWN_IDEA + kept.id, kept);
    this.#kept.value = new Map(this.#kept.value).set(kept.id, kept);
  }

  #stored(): Map<string, Kept> {
    const all = this.#store.keys(OWN_IDEA).map((key) => this.#store.read<Kept>(key));
    return new Map(all.filter((kept) => kept !== null).map((kept) => [kept.id, kept]));
  }
}

function shown({ secret, at: _, waiting, ...idea }: Kept): OwnIdea {
  return { ...idea, mine: secret !== null, waits: waiting !== undefined };
}

/** The idea without the changes that the document shows by now. */
function caughtUp(kept: Kept, shown: Shown): Kept {
  const { id, waiting, pending, why } = kept;
  const now = waiting && stillWaiting(id, waiting, shown);
  const came = why === SET_BACK && shown.ideas.get(id) === pending;
  if (now === waiting && !came) return kept;
  return { ...kept, waiting: now, ...(came ? { pending: null, why: null } : {}) };
}

function refusal(text: string): string | null {
  const wrong = unfit(text, LIMITS.idea);
  if (wrong === "empty") return say("board-idea-empty");
  return wrong === "long" ? say("board-idea-too-long", { length: length(text), limit: LIMITS.idea }) : null;
}

function refused(why: string): Promise<Answer> {
  return Promise.resolve({ id: "", answer: "refused", why });
}
