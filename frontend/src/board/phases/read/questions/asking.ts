/** What this page asks and answers: texts that are being typed, and those that are sent and not on the board yet. */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { succeeded } from "../../../../kit/feedback";
import { trimmed } from "../../../../kit/text/rules";
import { newId } from "../../../../live/random";
import type { Board } from "../../../engine/boot";
import { perBoard } from "../../../engine/per-board";
import { useBoard } from "../../../engine/use-board";

/** A text by the id of what it is about. */
type Texts = ReadonlyMap<string, string>;

export interface Sent {
  readonly question: string;
  readonly idea: string;
  readonly text: string;
}

export class Asking {
  /** By idea, or by question for an answer. They stay when the page goes on to another idea. */
  readonly drafts: Signal<Texts> = signal(new Map());
  /** My questions that are not on the board yet. */
  readonly questions: ReadonlySignal<readonly Sent[]>;
  /** My answers that have not left yet, by question. */
  readonly answers: ReadonlySignal<Texts>;
  readonly #board: Board;
  /** By idea: a question that was sent, and whose answer from the server is missing. */
  readonly #sending = new Map<string, Sent>();
  readonly #asked: Signal<readonly Sent[]> = signal([]);
  readonly #answered: Signal<Texts> = signal(new Map());

  constructor(board: Board) {
    this.#board = board;
    const { questions } = board.state;
    this.questions = computed(() => this.#asked.value.filter(({ question }) => !questions.value.has(question)));
    this.answers = computed(() => {
      const waiting = [...this.#answered.value].filter(([id, text]) => questions.value.get(id)?.answer !== text);
      return new Map(waiting.filter(([id]) => questions.value.has(id)));
    });
  }

  type(about: string, text: string): void {
    this.drafts.value = new Map(this.drafts.peek()).set(about, text);
  }

  /** Sends a question; the text stays in the field until the server has it. */
  async ask(idea: string, text: string): Promise<boolean> {
    // Sent again after a broken connection, it is still the same question, unless it was worded differently meanwhile.
    const before = this.#sending.get(idea);
    const sent = before?.text === text ? before : { question: newId(), idea, text };
    this.#sending.set(idea, sent);
    if (!succeeded(await this.#board.commands.send({ do: "ask", ...sent }))) return false;
    this.#sending.delete(idea);
    this.#asked.value = [...this.#asked.peek(), sent];
    this.#clear(idea, text);
    return true;
  }

  /** Answers as the author, whom the secret in this browser proves. */
  async answer(question: string, idea: string, text: string): Promise<boolean> {
    const secret = this.#board.own.secret(idea);
    if (secret === null) return false;
    if (!succeeded(await this.#board.commands.send({ do: "answer_question", question, text, secret }))) return false;
    this.#answered.value = new Map(this.#answered.peek()).set(question, text);
    this.#clear(question, text);
    return true;
  }

  /** Empties a field whose text was sent. What was typed while it was on its way stays. */
  #clear(about: string, sent: string): void {
    if (trimmed(this.drafts.peek().get(about) ?? "") === sent) this.type(about, "");
  }
}

const askingOf = perBoard((board) => new Asking(board));

export function useAsking(): Asking {
  return askingOf(useBoard());
}
