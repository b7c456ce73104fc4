import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { loadWords } from "../words/say";
import type { Area } from "../words.generated";
import { loadWithRetry } from "./load";

/**
 * A component that is loaded, with the messages of its areas, after what surrounds it is on the screen. Until then it
 * renders nothing.
 */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  ...areas: readonly Area[]
): ComponentType<P> {
  const both = async () => (await Promise.all([load(), loadWords(...areas)]))[0];
  let loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const [Loaded, setLoaded] = useState(() => loaded);
    useEffect(() => {
      if (Loaded) return;
      let left = false;
      void loadWithRetry(both, () => !left).then((found) => {
        if (!found) return;
        loaded = found;
        if (!left) setLoaded(() => found);
      });
      return () => {
        left = true;
      };
    }, [Loaded]);
    return Loaded ? <Loaded {...props} /> : null;
  };
}
