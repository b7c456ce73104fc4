/** The text as safe HTML, fetched after each change; what is on the screen stays until the next one is here. */

import { useEffect, useRef } from "preact/hooks";
import { useSession } from "../../../use-session";

/** How long (ms) to wait after an answer that was none. */
const PAUSE = 3000;

/** The fragment; null until the first one is here. */
export function useTextHtml(): string | null {
  const { boot, meta, formatted } = useSession();
  const wanted = meta.value.text_digest;
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
    while (!now.left && formatted.peek()?.digest !== now.wanted) {
      const digest = now.wanted;
      const html = await fragment(`/worksessions/${boot.session}/text?digest=${digest}`);
      if (html !== null) formatted.value = { digest, html };
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
