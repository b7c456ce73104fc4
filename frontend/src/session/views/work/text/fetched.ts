/** The text as safe HTML, fetched once for each version; what is on the screen stays until the next one is here. */

import { useEffect, useRef } from "preact/hooks";
import { useSession } from "../../../use-session";

/** How long (ms) to wait after an answer that was none. */
const PAUSE = 3000;

/** The fragment; null until the first one is here. */
export function useTextHtml(): string | null {
  const { boot, meta, formatted } = useSession();
  const wanted = meta.value.version;
  const at = useRef({ wanted, busy: false, left: false });
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
    while (!now.left && formatted.peek()?.version !== now.wanted) {
      const version = now.wanted;
      const html = await fragment(`/worksessions/${boot.session}/text?version=${version}`);
      if (html !== null) formatted.value = { version, html };
      else await new Promise((again) => setTimeout(again, PAUSE));
    }
    now.busy = false;
  }
  return formatted.value?.html ?? null;
}

async function fragment(path: string): Promise<string | null> {
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
