/** What readers of the chain's recaps replied, fetched again whenever a notice says that something of it has changed. */

import { useEffect, useState } from "preact/hooks";
import { useSession } from "../../use-session";

export type Box = "helped" | "unclear" | "missing";

export interface Reply extends Readonly<Record<Box, string>> {
  readonly feedback: string;
  /** The session whose recap it is about. */
  readonly session: string;
  readonly at: string;
  readonly shown: boolean;
  readonly answer: "changed" | "not_yet" | null;
  readonly note: string | null;
}

export const BOXES: readonly Box[] = ["helped", "unclear", "missing"];
const NONE: readonly Reply[] = [];

/** The oldest first; none on the big screen, and until the server answers. */
export function useReplies(): readonly Reply[] {
  const { boot, notice } = useSession();
  const version = notice.value.replies ?? 0;
  const [replies, setReplies] = useState(NONE);
  useEffect(() => {
    let left = false;
    if (version === 0 || boot.role === "read") {
      setReplies(NONE);
      return;
    }
    fetch(`/api/worksessions/${boot.session}/feedback`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ replies: readonly Reply[] }>) : null))
      .then((told) => left || told === null || setReplies(told.replies))
      // The next notice asks again.
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [boot.session, boot.role, version]);
  return replies;
}
