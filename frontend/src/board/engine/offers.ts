/** The engine as the views see it: one object with everything they may read and do. */

import type { ReadonlySignal } from "@preact/signals";
import type { Clock } from "../../live/clock";
import type { Note } from "../../live/notes";
import type { Status } from "./endings";
import type { Commands } from "./sending/commands";
import type { Consent } from "./sending/consent";
import type { MovedCard } from "./sending/moved";
import type { OwnIdea } from "./sending/own";
import type { BoardState } from "./state";
import type { Answer, Boot } from "./types";

export interface Own {
  /** My ideas of this browser, oldest first. Empty on a facilitator's or watcher's page. */
  readonly ideas: ReadonlySignal<readonly OwnIdea[]>;
  has(idea: string): boolean;
  /** What proves that this browser wrote the idea; null where it did not, or when the board is frozen. */
  secret(idea: string): string | null;
  /** The idea that was sent by itself when time was up: "finish or withdraw it". */
  readonly unfinished: ReadonlySignal<OwnIdea | null>;
  /** The person has seen to it, or does not want to. */
  settle(idea: string): void;
  /** Forget a refused, withdrawn or left-out idea together with its text. */
  forget(idea: string): void;
}

export interface Draft {
  /** The text of the field, the same in all tabs. */
  readonly text: ReadonlySignal<string>;
  /** Call at each key. */
  type(text: string): void;
  /** Enter: sends the text of the field and empties it. Too long or empty: refused, and the text stays. */
  send(): Promise<Answer>;
  clear(): void;
  /** What is left of a pasted list; it is kept until all of it is added or let go. */
  readonly pasted: ReadonlySignal<readonly string[] | null>;
  keepPasted(lines: readonly string[] | null): void;
}

export interface Undo {
  /** My own last action that can still be taken back, in words ("Undo move"); null when there is none. */
  readonly last: ReadonlySignal<{ readonly label: string } | null>;
  undo(): Promise<Answer>;
}

export interface Moved {
  readonly cards: ReadonlySignal<readonly MovedCard[]>;
  putBack(idea: string): Promise<Answer>;
  dismiss(idea: string): void;
  /** Ideas whose move by me is not answered yet. */
  readonly moving: ReadonlySignal<ReadonlySet<string>>;
}

export interface Board {
  readonly boot: Boot;
  readonly state: BoardState;
  readonly commands: Commands;
  readonly own: Own;
  readonly draft: Draft;
  readonly clock: Clock;
  readonly undo: Undo;
  readonly moved: Moved;
  readonly consent: Pick<Consent, "answer" | "pending">;
  readonly status: ReadonlySignal<Status>;
  /** A newer version of the page is waiting: a calm line with a button that calls `reload`. */
  readonly newVersion: ReadonlySignal<boolean>;
  reload(): void;
  /** Sentences to tell the person, newest last: a ballot of an earlier round was dropped, the storage is full. */
  readonly notes: ReadonlySignal<readonly Note[]>;
  dismissNote(id: string): void;
  /** The code of my ballot in a round, with which I find my own dots in the record. */
  receipt(round: number): string;
  /** The codes of every round in which a ballot was cast in this browser. */
  codes(): readonly { readonly round: number; readonly code: string }[];
  /** Lets go of socket, timers and listeners. */
  close(): void;
}
