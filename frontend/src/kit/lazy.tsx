import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { obtain } from "../board/shell/phase-views";

/**
 * A component that is loaded once what stands around it is on the screen. Until then it shows nothing; what it is told
 * meanwhile it does when it is there.
 */
export function soon<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | null = null;
  return function Soon(props: P) {
    const [There, setThere] = useState(() => known);
    useEffect(() => {
      if (There) return;
      let left = false;
      void obtain(load, () => !left).then((loaded) => {
        if (!loaded) return;
        known = loaded;
        if (!left) setThere(() => loaded);
      });
      return () => {
        left = true;
      };
    }, [There]);
    return There ? <There {...props} /> : null;
  };
}
