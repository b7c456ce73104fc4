/** The text as safe HTML, fetched once for each version; what is on the screen stays until the next one is here. */

import { useEffect, useRef, useState } from "preact/hooks";
import { useSession } from "../../../use-session";

/** How long (ms) to wait after an answer that was none. */
const PAUSE = 3000;

/** The fragment; null until the first one is here. */
export function useTextHtml(): string | null {
  const { boot, meta } = useSession();
  const wanted = meta.value.version;
  const [html, setHtml] = useState<string | null>(null);
  const at = useRef({ wanted, shown: -1, busy: false, left: false });
  at.current.wanted = wanted;
  useEffect(() => {
    at.current.left = false;
    return () => {
      at.current.left = true;
    };
  }, []);
  useEffect(() => {
    void follow();
  }, [wanted]);
  async function follow(): Promise<void> {
    const now = at.current;
    if (now.busy) return;
    now.busy = true;
    while (!now.left && now.shown !== now.wanted) {
      const version = now.wanted;
      const found = await fragment(`/worksessions/${boot.session}/text?version=${version}`);
      if (found === null) {
        await new Promise((again) => setTimeout(again, PAUSE));
      } else if (!now.left) {
        now.shown = version;
        setHtml(found);
      }
    }
    now.busy = false;
  }
  return html;
}

async function fragment(path: string): Promise<string | null> {
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
