/**
 * Why a page stays offline although the server answers: a proxy or network that does not forward websockets, or a server
 * that refuses this page's address. Only a request over HTTP can tell these from a lost network.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";

export type Reason = "network" | "address";

/** The status of a POST to the address of the socket, which the server checks like the handshake. Rejects without a network. */
export type Ask = () => Promise<number>;

const TAKEN = 204;
const REFUSED = 403;

export class OfflineReason {
  readonly reason: ReadonlySignal<Reason | null>;
  readonly #reason: Signal<Reason | null> = signal(null);
  readonly #ask: Ask;
  #asking = false;
  /** The status after the attempt before. */
  #last = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
    this.reason = this.#reason;
  }

  /**
   * An attempt to connect failed. One answer over HTTP proves nothing, since the server may have come back after the
   * attempt; when the next attempt fails too, between two equal answers, websockets are blocked.
   */
  async failed(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const status = await this.#ask().catch(() => 0);
    this.#asking = false;
    const reason = status === TAKEN ? "network" : status === REFUSED ? "address" : null;
    this.#reason.value = status === this.#last ? reason : null;
    this.#last = status;
  }

  live(): void {
    this.#last = 0;
    this.#reason.value = null;
  }
}
