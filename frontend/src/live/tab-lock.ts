/**
 * A lock that the tabs of one browser share: a Web Lock where the browser has them (https pages only).
 *
 * The lock saves sending things twice; the ids of commands are what makes sending them twice harmless. So a tab that was
 * put to sleep while it holds the lock blocks nobody for long.
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
