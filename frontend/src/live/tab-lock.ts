/**
 * A lock that the tabs of one browser share: a Web Lock where the browser has them (https pages only).
 *
 * The lock only avoids sending a command twice; its id makes a second sending harmless. So the others do not wait long for
 * a tab that sleeps while it holds the lock.
 */

const PATIENCE = 5_000;

export type Locks = Pick<LockManager, "request">;

/** Waits for the lock; the returned function releases it. */
export function acquireTabLock(locks: Locks | null, name: string): Promise<() => void> {
  if (locks === null) return Promise.resolve(() => undefined);
  return new Promise((acquired) => {
    const abort = new AbortController();
    const alarm = setTimeout(() => abort.abort(), PATIENCE);
    locks
      .request(name, { signal: abort.signal }, () => {
        clearTimeout(alarm);
        return new Promise<void>((release) => acquired(release));
      })
      .catch(() => {
        clearTimeout(alarm);
        acquired(() => undefined);
      });
  });
}
