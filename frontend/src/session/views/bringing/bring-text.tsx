/** On the plan: a text that somebody brings along, and what the text is so far. */

import { useState } from "preact/hooks";
import { say } from "../../../words/say";
import { Fold } from "../prepare/fold";
import { useUnwritten } from "../use-unwritten";
import { useTextHtml } from "../work/text/fetched";
import { ChooseFile } from "./choose-file";
import { useBring } from "./use-bring";

export function BringText() {
  const { bring, busy, said, wrong, waits } = useBring();
  const written = !useUnwritten();
  const note = waits ? say("prepare-bring-name") : said;
  return (
    <Fold title={say("prepare-bring")} sum={say("prepare-bring-sum")} class="bring">
      <p class="bring-acts">
        <ChooseFile words={say(written ? "prepare-bring-more" : "prepare-bring-file")} busy={busy} onFile={bring} />
        {note === "" && <span class="plan-note">{say("prepare-bring-hint")}</span>}
      </p>
      <p class={wrong ? "plan-note wrong" : "plan-note"} role="status" dir="auto">
        {note}
      </p>
      {written && <SoFar />}
    </Fold>
  );
}

function SoFar() {
  const [open, setOpen] = useState(false);
  return (
    <details class="so-far" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("prepare-bring-read")}</summary>
      {open && <Read />}
    </details>
  );
}

function Read() {
  const html = useTextHtml();
  // The server allows a few elements and no script in it.
  return html === null ? null : (
    <div class="doc">
      <div class="body" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}
