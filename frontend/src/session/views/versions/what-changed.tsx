/** What changed between two copies of the text, or from one to the text as it stands. */

import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { LineOfChanges } from "./changed-line";
import type { Changes } from "./kept";
import { useFetched } from "./use-fetched";

/** Lines that are drawn at once. */
const STEP = 200;

interface ChangesProps {
  /** The number of the earlier copy. */
  readonly from: number;
  /** null: the text as it stands */
  readonly to: number | null;
  readonly counts: (words: { readonly added: number; readonly removed: number }) => string;
  /** What stands there when nothing changed. */
  readonly same: string;
}

export function WhatChanged({ from, to, counts, same }: ChangesProps) {
  const { boot, meta } = useSession();
  const path = `/api/worksessions/${boot.session}/versions/${from}...${to ?? ""}`;
  const { found, failed, again } = useFetched<Changes>(path, (answer) => answer.json());
  if (failed) return <Failed onAgain={again} />;
  if (!found) return <p role="status">{say("versions-comparing")}</p>;
  const { lines, left_out, ...words } = found.changes;
  const none = lines.every((line) => "same" in line || !line.change);
  return (
    <>
      <p class="counts">{none ? same : counts(words)}</p>
      {to === null && found.text_digest !== meta.value.text_digest && (
        <p class="newer" role="status">
          {say("versions-newer")}{" "}
          <Button size="s" onClick={again}>
            {say("versions-newest")}
          </Button>
        </p>
      )}
      {!none && <Lines key={`${path} ${found.text_digest}`} lines={lines} leftOut={left_out} />}
    </>
  );
}

interface LinesProps {
  readonly lines: Changes["changes"]["lines"];
  readonly leftOut: number;
}

function Lines({ lines, leftOut }: LinesProps) {
  const [most, setMost] = useState(STEP);
  return (
    <div class="doc changes">
      {lines.slice(0, most).map((line, at) =>
        "same" in line ? (
          <p key={String(at)} class="fold">
            <span>{say("versions-fold", { count: line.same })}</span>
          </p>
        ) : (
          <LineOfChanges key={String(at)} line={line} />
        ),
      )}
      {most < lines.length ? (
        <Button onClick={() => setMost(most + STEP)}>{say("versions-more")}</Button>
      ) : (
        leftOut > 0 && <p class="small">{say("versions-left-out", { count: leftOut })}</p>
      )}
    </div>
  );
}

export function Failed({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <p role="alert">
      {say("versions-failed")} <Button onClick={onAgain}>{say("versions-again")}</Button>
    </p>
  );
}
