/** The text of the session as the server formats it. */

import { useEffect, useState } from "preact/hooks";
import { useSession } from "../../use-session";

/** How long (ms) after the last answer the next text is fetched, and after one that failed. */
const REST = 1000;
const AGAIN = 5000;

/**
 * The text as HTML that the server has cleaned, at most a second behind; the last one stays while a newer one is
 * fetched. Null until the first is here, and for a session without text.
 */
export function useFormatted(): string | null {
  const { boot, meta } = useSession();
  const { version, text } = meta.value;
  const [html, setHtml] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const empty = text.trim() === "";
  useEffect(() => {
    if (empty) return setHtml(null);
    const leaving = new AbortController();
    const wait = setTimeout(
      async () => {
        try {
          const answer = await fetch(`/worksessions/${boot.session}/text?version=${version}`, leaving);
          if (!answer.ok) throw new Error(String(answer.status));
          setHtml(await answer.text());
        } catch {
          if (!leaving.signal.aborted) setTimeout(() => setAttempt((before) => before + 1), AGAIN);
        }
      },
      html === null ? 0 : REST,
    );
    return () => {
      clearTimeout(wait);
      leaving.abort();
    };
  }, [boot.session, version, empty, attempt]);
  return html;
}
