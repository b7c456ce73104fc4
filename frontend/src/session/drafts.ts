/**
 * Text that is typed and not sent yet. It outlives the part of the page it is typed in, since items of the agenda
 * change, and the page: it is kept in this browser as drafts of a board are, for this session and this link alone.
 */

import type { Signal } from "@preact/signals";
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { DRAFT } from "../browser-storage";
import { newId } from "../live/random";
import type { Store } from "../live/storage";
import type { Session } from "./engine";
import { useSession } from "./use-session";

class Draft {
  readonly text: Signal<string>;
  readonly #store: Store;
  readonly #key: string;
  #saved: string;

  constructor(store: Store, name: string, saved: string) {
    this.#store = store;
    this.#key = `${DRAFT}/${name}`;
    this.#saved = saved;
    this.text = signal(this.#known(store.read(this.#key)));
    this.text.subscribe(() => this.#keep());
    store.watch(this.#key, (key, value) => {
      if (key === null || key === this.#key) this.text.value = this.#known(value);
    });
  }

  /** The server has another text: a field in which nothing was typed shows it. */
  follow(saved: string): void {
    const untouched = this.text.peek() === this.#saved;
    this.#saved = saved;
    if (untouched) this.text.value = saved;
    else this.#keep();
  }

  #known(kept: unknown): string {
    return typeof kept === "string" ? kept : this.#saved;
  }

  #keep(): void {
    const text = this.text.peek();
    if (text !== this.#saved) this.#store.write(this.#key, text);
    else if (this.#store.read(this.#key) !== null) this.#store.remove(this.#key);
  }
}

const drafts = new WeakMap<Session, Map<string, Draft>>();

/**
 * The draft of a field, by the name of the field. `saved` is what the server has; a draft that is the same is not kept.
 * Empty it once the server has the text, where each text is one more of a list.
 */
export function useDraft(name: string, saved = ""): Signal<string> {
  const session = useSession();
  const all = drafts.get(session) ?? new Map<string, Draft>();
  drafts.set(session, all);
  const draft = all.get(name) ?? new Draft(session.store, name, saved);
  all.set(name, draft);
  useLayoutEffect(() => draft.follow(saved), [draft, saved]);
  return draft.text;
}

/** The server has the text that was `sent`; what was typed while that was on its way is the next one. */
export function clearSent(draft: Signal<string>, sent: string): void {
  const text = draft.peek();
  if (text.startsWith(sent)) draft.value = text.slice(sent.length);
}

/**
 * Adds the text of a draft to a list, and empties the draft by it. A text that is added while an earlier one is on its
 * way follows it. `send` says whether the server has it: sent again after a lost answer, the same text has the same id.
 */
export function useAdding(
  draft: Signal<string>,
  send: (id: string, text: string) => Promise<boolean>,
): () => Promise<void> {
  const sending = useRef(false);
  const given = useRef("");
  const last = useRef({ id: newId(), text: "" });
  const latest = useRef(send);
  latest.current = send;
  const add = async (text: string): Promise<void> => {
    if (sending.current) {
      given.current = text;
      return;
    }
    if (last.current.text !== text) last.current = { id: newId(), text };
    sending.current = true;
    const done = await latest.current(last.current.id, text);
    sending.current = false;
    const next = given.current;
    given.current = "";
    if (!done) return;
    last.current = { id: newId(), text: "" };
    clearSent(draft, text);
    if (next.length > text.length && next.startsWith(text)) await add(next.slice(text.length));
  };
  return () => add(draft.peek());
}
