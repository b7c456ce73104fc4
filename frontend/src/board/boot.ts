/** Builds the engine of one board page from what the page was served with, and hands the views one object. */

import type { ReadonlySignal } from "@preact/signals";
import type { Commands } from "./commands";
import type { BoardState } from "./state";
import type { Answer, Boot } from "./types";

/** Where the connection stands. `resuming` is the first moments after a loss: nothing to alarm anybody with. */
export type Status =
  | "connecting"
  | "live"
  | "resuming"
  | "offline"
  /** Not a member of this board, or the board is gone. */
  | "gone"
  /** The door is locked for newcomers. */
  | "locked"
  /** The server did not understand this page: only a reload helps. */
  | "broken";

export interface OwnIdea {
  readonly id: string;
  readonly text: string;
  /** `left_out`: it was still in the late tray when the board was frozen; only this browser has the text. */
  readonly state: "sending" | "saved" | "late" | "refused" | "withdrawn" | "left_out";
  /** A change of the text that is not answered yet, or was refused. */
  readonly pending: string | null;
  /** Why it, or its last change, was refused. */
  readonly why: string | null;
  /** It was sent by itself when time was up. */
  readonly unfinished: boolean;
  /** Its secret is still here: it can be edited, withdrawn and signed by this browser. */
  readonly mine: boolean;
}

export interface Own {
  /** My ideas of this browser, oldest first. Empty on a facilitator's or watcher's page. */
  readonly ideas: ReadonlySignal<readonly OwnIdea[]>;
  has(idea: string): boolean;
  /** The idea that was sent by itself when time was up: "finish or withdraw it". */
  readonly unfinished: ReadonlySignal<OwnIdea | null>;
  /** The person has seen to it, or does not want to. */
  settle(idea: string): void;
  /** Forget a refused or left-out idea together with its text. */
  forget(idea: string): void;
}

export interface Draft {
  /** What stands in the field, the same in all tabs. */
  readonly text: ReadonlySignal<string>;
  /** Call at each key. */
  type(text: string): void;
  /** Enter: sends what stands in the field and empties it. Too long or empty: refused, and the text stays. */
  send(): Promise<Answer>;
  clear(): void;
}

export interface Clock {
  /** Unix seconds by the server's clock. */
  serverNow(): number;
  /** Whole seconds left on the timer, negative in overtime; null without one. Paused: stands still. */
  readonly remaining: ReadonlySignal<number | null>;
  /** The timer has run out (or a reveal is under way). */
  readonly over: ReadonlySignal<boolean>;
}

export interface Undo {
  /** My own last action that can still be taken back, in words ("Undo move"); null when there is none. */
  readonly last: ReadonlySignal<{ readonly label: string } | null>;
  undo(): Promise<Answer>;
}

export interface MovedCard {
  readonly idea: string;
  /** Where I had put it. */
  readonly mine: string | null;
  /** Where somebody else put it since. */
  readonly now: string | null;
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
  readonly status: ReadonlySignal<Status>;
  /** A newer version of the page is waiting: a calm line with a button that calls `reload`. */
  readonly newVersion: ReadonlySignal<boolean>;
  reload(): void;
  /** Sentences to tell the person, newest last: a ballot of an earlier round was dropped, the storage is full. */
  readonly notes: ReadonlySignal<readonly { readonly id: string; readonly text: string }[]>;
  dismissNote(id: string): void;
  /** Lets go of socket, timers and listeners. */
  close(): void;
}

/** Reads `#boot` and starts everything. Call once a page. */
export function boot(): Board {
  throw new Error("not built yet");
}
