/**
 * Takes turns with the other tabs of this browser, by a Web Lock where there are any (https pages only).
 *
 * A turn is a courtesy that saves sending things twice, not what keeps them single: the server knows each idea by its
 * id. So nobody waits long for a tab that the system put to sleep with the lock in its hand.
 */

const PATIENCE = 5_000;

export type Locks = Pick<LockManager, "request">;

/** Waits for the turn; the returned function hands it on. */
export function takeTurn(locks: Locks | null, name: string): Promise<() => void> {
  if (locks === null) return Promise.resolve(() => undefined);
  return new Promise((taken) => {
    const impatience = new AbortController();
    const alarm = setTimeout(() => impatience.abort(), PATIENCE);
    locks
      .request(name, { signal: impatience.signal }, () => {
        clearTimeout(alarm);
        return new Promise<void>((handOn) => taken(handOn));
      })
      .catch(() => {
        clearTimeout(alarm);
        taken(() => undefined);
      });
  });
}
