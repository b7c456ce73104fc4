import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { loadWithRetry } from "./load";

/** A component that is loaded after what surrounds it is on the screen. Until then it renders nothing. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const [Loaded, setLoaded] = useState(() => loaded);
    useEffect(() => {
      if (Loaded) return;
      let left = false;
      void loadWithRetry(load, () => !left).then((found) => {
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
