/**
 * What this browser holds for saved, after the server was restarted: its file may be an older one by then.
 *
 * The question is kept in mind, over reloads too, until it could be answered for all own ideas.
 */

import type { Phase } from "../board/types";
import type { Store } from "./storage";

const KEY = "run";
/** Here an own idea that the board does not show can be asked for; later all there are stand on the board. */
const ASKABLE: readonly Phase[] = ["diverge", "reveal"];

/** Looks after the own ideas; resolves to how many are lost, null when it could not be said. */
export type Check = (byAsking: boolean) => Promise<number | null>;

export class Restart {
  readonly #store: Store;
  readonly #check: Check;
  readonly #lost: (ideas: number) => void;
  #run: string | null;
  #checking = false;

  constructor(store: Store, check: Check, lost: (ideas: number) => void) {
    this.#store = store;
    this.#check = check;
    this.#lost = lost;
    this.#run = store.read<string>(KEY);
  }

  /** Where the board stands, with its whole document here. */
  async heard(run: string | undefined, phase: Phase): Promise<void> {
    if (run === undefined || run === this.#run || this.#checking) return;
    if (this.#run !== null) {
      if (phase === "lobby") return;
      this.#checking = true;
      const lost = await this.#check(ASKABLE.includes(phase));
      this.#checking = false;
      if (lost === null) return;
      if (lost > 0) this.#lost(lost);
    }
    this.#run = run;
    this.#store.write(KEY, run);
  }
}
