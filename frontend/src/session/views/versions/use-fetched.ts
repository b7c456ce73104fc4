import { useEffect, useState } from "preact/hooks";
import { fetched } from "./kept";

/** Something that the server has; null while it is on its way. */
export interface Fetched<T> {
  readonly found: T | null;
  readonly failed: boolean;
  readonly again: () => void;
}

/** Fetches what `path` leads to; what was here stays until the next one is. */
export function useFetched<T>(path: string, read: (answer: Response) => Promise<T>): Fetched<T> {
  const [state, setState] = useState<{ path: string; found: T | null; failed: boolean }>({
    path,
    found: null,
    failed: false,
  });
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let left = false;
    setState((before) => ({ path, found: before.path === path ? before.found : null, failed: false }));
    fetched(path, read).then(
      (found) => left || setState({ path, found, failed: false }),
      () => left || setState((before) => ({ ...before, failed: true })),
    );
    return () => {
      left = true;
    };
  }, [path, times]);
  const fresh = state.path === path;
  return { found: fresh ? state.found : null, failed: fresh && state.failed, again: () => setTimes(times + 1) };
}
