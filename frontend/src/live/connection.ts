/** The connection of a governed document, on which the page gives commands. */

import { commandFrame, type Frame, read } from "./frames";
import { LiveSocket, type SocketListener } from "./live-socket";

export interface Listener<Answer, Notice> extends SocketListener {
  /**
   * A frame arrived. `fresh`: the first notice of a connection. `took`: the seconds since the page began to connect, or
   * since it sent the command that this frame answers. `ago`: the seconds for which the event waited in the page.
   */
  frame(frame: Frame<Answer, Notice>, fresh: boolean, took: number, ago: number): void;
}

/** Suspicious silence (ms): a notice is overdue, and somebody waits for an answer. */
const OVERDUE_ANSWER = 20_000;

export class Connection<Answer extends { readonly id: string }, Notice, Ending extends string> extends LiveSocket<
  Ending,
  Listener<Answer, Notice>
> {
  /** Unanswered commands of this connection, and when they were sent. */
  readonly #unanswered = new Map<string, number>();

  /** Sends a command; false when there is no connection to send it on. */
  send<Command extends { readonly id: string }>(command: Command): boolean {
    if (!this.live || !this.sendFrame(commandFrame(command))) return false;
    this.#unanswered.set(command.id, Date.now());
    return true;
  }

  protected override received(data: ArrayBuffer, ago: number): void {
    const frame = read<Answer, Notice>(data);
    if (frame === null) return;
    let since = this.heard;
    if (frame.kind === "answer") {
      since = this.#unanswered.get(frame.answer.id) ?? since;
      this.#unanswered.delete(frame.answer.id);
    }
    if (this.live) this.listener.frame(frame, false, (this.heard - since) / 1000, ago);
    else if (frame.kind === "notice") {
      this.#unanswered.clear();
      this.listener.frame(frame, true, this.opened(), ago);
    }
  }

  protected override silent(silence: number): boolean {
    return this.#unanswered.size > 0 ? silence > OVERDUE_ANSWER : super.silent(silence);
  }
}
