/**
 * Commands that are asked once: moves, names, everything the facilitator does. They mean something only on what
 * one sees, so they are never sent again after a reconnect; their answer says that it is not known, or not done.
 */

import { newId } from "./random";

/** So long a command waits for a connection that has just gone and mostly is back at once (ms). */
const PATIENCE = 3_000;

/** What an answer has at least. */
export interface AnyAnswer {
  readonly id: string;
  readonly answer: "ok" | "late" | "refused" | "retry";
  readonly why?: string;
}

/** Why nobody knows what came of a command. */
export type Unknown = "unsent" | "unanswered" | "closed";

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly alarm: ReturnType<typeof setTimeout>;
}

export class Dispatch<Command extends object, Answer extends AnyAnswer> {
  readonly #send: (request: Command & { id: string }) => boolean;
  readonly #why: (unknown: Unknown) => string;
  readonly #asked = new Map<string, (answer: Answer) => void>();
  #waiting: Waiting<Command & { id: string }, Answer>[] = [];

  /** `why` says what the person reads of an answer that the page gives itself. */
  constructor(send: (request: Command & { id: string }) => boolean, why: (unknown: Unknown) => string) {
    this.#send = send;
    this.#why = why;
  }

  ask(command: Command): Promise<Answer> {
    const request = { ...command, id: newId() };
    return new Promise((resolve) => {
      if (this.#try(request, resolve)) return;
      const alarm = setTimeout(() => this.#giveUp(request.id), PATIENCE);
      this.#waiting.push({ request, resolve, alarm });
    });
  }

  /** There is a connection again: what could not leave before leaves now. */
  live(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { request, resolve, alarm } of waiting) {
      clearTimeout(alarm);
      if (!this.#try(request, resolve)) resolve(this.#unknown(request.id, "unsent"));
    }
  }

  received(answer: Answer): void {
    this.#asked.get(answer.id)?.(answer);
    this.#asked.delete(answer.id);
  }

  lost(): void {
    for (const [id, resolve] of this.#asked) resolve(this.#unknown(id, "unanswered"));
    this.#asked.clear();
  }

  close(): void {
    for (const { request, resolve, alarm } of this.#waiting) {
      clearTimeout(alarm);
      resolve(this.#unknown(request.id, "closed"));
    }
    this.#waiting = [];
    this.lost();
  }

  #try(request: Command & { id: string }, resolve: (answer: Answer) => void): boolean {
    // Before it is sent: an answer may come while sending.
    this.#asked.set(request.id, resolve);
    if (this.#send(request)) return true;
    this.#asked.delete(request.id);
    return false;
  }

  #giveUp(id: string): void {
    const at = this.#waiting.findIndex((one) => one.request.id === id);
    const [one] = at < 0 ? [] : this.#waiting.splice(at, 1);
    one?.resolve(this.#unknown(id, "unsent"));
  }

  #unknown(id: string, why: Unknown): Answer {
    return { id, answer: "retry", why: this.#why(why) } as Answer;
  }
}
