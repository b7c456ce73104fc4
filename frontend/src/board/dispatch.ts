/**
 * Commands that are asked once: moves, names, everything the facilitator does. They mean something only on the board
 * one sees, so they are never sent again after a reconnect; their answer says that it is not known, or not done.
 */

import { newId } from "../live/random";
import type { Command } from "../protocol.generated";
import { say } from "../words/say";
import type { Answer, Request } from "./types";

/** So long a command waits for a connection that has just gone and mostly is back at once (ms). */
const PATIENCE = 3_000;

interface Waiting {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly alarm: ReturnType<typeof setTimeout>;
}

export class Dispatch {
  readonly #send: (request: Request) => boolean;
  readonly #asked = new Map<string, (answer: Answer) => void>();
  #waiting: Waiting[] = [];

  constructor(send: (request: Request) => boolean) {
    this.#send = send;
  }

  ask(command: Command): Promise<Answer> {
    const request: Request = { ...command, id: newId() };
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
      if (!this.#try(request, resolve)) resolve(unknown(request.id, say("board-not-sent")));
    }
  }

  received(answer: Answer): void {
    this.#asked.get(answer.id)?.(answer);
    this.#asked.delete(answer.id);
  }

  lost(): void {
    for (const [id, resolve] of this.#asked) resolve(unknown(id, say("board-answer-lost")));
    this.#asked.clear();
  }

  close(): void {
    for (const { request, resolve, alarm } of this.#waiting) {
      clearTimeout(alarm);
      resolve(unknown(request.id, say("board-closed")));
    }
    this.#waiting = [];
    this.lost();
  }

  #try(request: Request, resolve: (answer: Answer) => void): boolean {
    // Before it is sent: an answer may come while sending.
    this.#asked.set(request.id, resolve);
    if (this.#send(request)) return true;
    this.#asked.delete(request.id);
    return false;
  }

  #giveUp(id: string): void {
    const at = this.#waiting.findIndex((one) => one.request.id === id);
    const [one] = at < 0 ? [] : this.#waiting.splice(at, 1);
    one?.resolve(unknown(id, say("board-not-sent")));
  }
}

function unknown(id: string, why: string): Answer {
  return { id, answer: "retry", why };
}
