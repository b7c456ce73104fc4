/** Messages for the person that no button they pressed has caused. Each is shown once until it is dismissed. */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";

export interface Note {
  readonly id: string;
  /** Made when it is drawn: the engine runs before the messages are here. */
  readonly text: () => string;
}

export class Notes {
  /** Newest last. */
  readonly all: ReadonlySignal<readonly Note[]>;
  readonly #all: Signal<readonly Note[]> = signal([]);

  constructor() {
    this.all = this.#all;
  }

  tell(id: string, text: () => string): void {
    const others = this.#all.peek().filter((note) => note.id !== id);
    this.#all.value = [...others, { id, text }];
  }

  dismiss(id: string): void {
    if (this.#all.peek().some((note) => note.id === id)) this.#all.value = this.#all.peek().filter((n) => n.id !== id);
  }
}
