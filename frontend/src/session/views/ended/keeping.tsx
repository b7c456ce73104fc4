import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { dayOf } from "../../verdicts";
import { KeptAboutMe } from "../kept-about-me";
import { Why } from "../why";
import { useAsk } from "../work/use-work";
import { DeleteSession } from "./delete-session";
import { NewLinks } from "./new-links";
import { Part } from "./part";
import { recapOf } from "./recap/recap-state";

const DAY = 86400;

/** Files to download, how long the session is kept, and the commands of the lead. */
export function Keeping() {
  const { boot, now } = useSession();
  const { session, role, keep } = boot;
  return (
    <Part title={say("ended-keep")}>
      <ul class="ways">
        <li>
          <a href={`/api/worksessions/${session}/export.md`} download>
            {say("ended-save-md")}
          </a>
        </li>
        <li>
          <a href={`/api/worksessions/${session}/export.json`} download>
            {say("ended-save-json")}
          </a>
        </li>
        <li>
          <a href={`/worksessions/${session}.ics`} download>
            {say("ended-save-ics")}
          </a>
        </li>
      </ul>
      <p class="small">
        {keep === null ? say("ended-stays") : say("ended-goes", { day: dayOf(now.value + keep * DAY) })}
      </p>
      <KeptAboutMe />
      {role === "lead" && <Leading />}
    </Part>
  );
}

function Leading() {
  const { meta } = useSession();
  const { run, busy, why } = useAsk();
  const [deleting, setDeleting] = useState(false);
  const { next, state } = meta.value;
  return (
    <>
      <div class="press">
        {next === null && state === "ended" && recapOf(meta.value) === null && (
          <Button busy={busy} onClick={() => void run({ do: "reopen" })}>
            {say("ended-reopen")}
          </Button>
        )}
        <NewLinks />
        <Button look="plain" onClick={() => setDeleting(true)}>
          {say("ended-delete")}
        </Button>
      </div>
      <Why text={why} />
      <DeleteSession open={deleting} onClose={() => setDeleting(false)} />
    </>
  );
}
