/** The names of people that stand in what readers will see: typed words stay in the record. */

import { useEffect, useState } from "preact/hooks";
import { useSession } from "../../../use-session";

export interface TypedName {
  readonly name: string;
  readonly times: number;
}

/** Asks the server again whenever the text or the lines of the lead change; none while it does not answer. */
export function useTypedNames(): readonly TypedName[] {
  const { boot, meta } = useSession();
  const { recap_lines, text_digest } = meta.value;
  const [names, setNames] = useState<readonly TypedName[]>([]);
  useEffect(() => {
    let left = false;
    fetch(`/api/worksessions/${boot.session}/recap`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ names: readonly TypedName[] }>) : { names: [] }))
      .then(({ names }) => left || setNames(names))
      // Without a network sharing is not possible either, and says so.
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [boot.session, recap_lines, text_digest]);
  return names;
}
