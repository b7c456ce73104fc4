/**
 * Notices that the server was restarted. Its file may be an older copy by then, so what this browser holds for saved has
 * to be compared with the document.
 *
 * The last known run of the server is stored, so that the comparison survives reloads until it succeeds.
 */

import { RUN } from "../browser-storage";
import type { Store } from "./storage";

/** Compares what this browser holds with the document; resolves to false when the server could not be asked. */
export type Check = () => Promise<boolean>;

export class Restart {
  readonly #store: Store;
  #run: string | null;
  #checking = false;

  constructor(store: Store) {
    this.#store = store;
    this.#run = store.read<string>(RUN);
  }

  /** The server named its run, and the whole document is here. `check` is null while there is nothing to compare with. */
  async heard(run: string | undefined, check: Check | null): Promise<void> {
    if (run === undefined || run === this.#run || this.#checking) return;
    if (this.#run !== null) {
      if (check === null) return;
      this.#checking = true;
      const checked = await check();
      this.#checking = false;
      if (!checked) return;
    }
    this.#run = run;
    this.#store.write(RUN, run);
  }
}
