import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { say } from "../../../words/say";
import type { Session } from "../../engine";
import { linksOf, pictureOf } from "../../links";
import { sentence } from "../../sentence";
import { useSession } from "../../use-session";
import { isAlone } from "../../verdicts";
import { ByHand } from "../by-hand";
import { Fold } from "./fold";
import { dayAndTime } from "./times";

/** A text that is ready to be sent: what it is for, when, and the link. */
export function invitation({ meta, roots, boot }: Session): string {
  const { starts, zone, repeats } = meta.value.contract;
  return say("prepare-invitation", {
    sentence: sentence({ meta: meta.value, conditions: roots.conditions.value, people: roots.people.value }),
    starts:
      starts === null
        ? say("prepare-invitation-here")
        : say(repeats ? "prepare-invitation-weekly" : "prepare-invitation-at", { time: dayAndTime(starts, zone) }),
    link: linksOf(boot).join ?? "",
  });
}

interface CopyProps {
  readonly words: string;
  readonly text: string;
  readonly look?: "go" | "quiet" | "plain";
}

/** Copies a text; where the browser does not, the text stands there to be copied by hand. */
export function Copy({ words, text, look = "quiet" }: CopyProps) {
  const state = useSignal<"" | "done" | "failed">("");
  return (
    <span class="copy">
      <Button
        look={look}
        icon="copy"
        onClick={async () => {
          state.value = (await copyText(text)) ? "done" : "failed";
        }}
      >
        {state.value === "done" ? say("prepare-copied") : words}
      </Button>
      <span class="visually-hidden" role="status">
        {state.value === "done" ? say("prepare-copied") : ""}
      </span>
      {state.value === "failed" ? <ByHand label={say("prepare-copy-failed")} text={text} /> : null}
    </span>
  );
}

/** The ways in: the picture of the link, the link, and one that asks for nothing but a yes. */
export function Invite() {
  const session = useSession();
  const { boot, leads, meta, roots, me } = session;
  const { join, accept } = linksOf(boot);
  const picture = pictureOf(boot, "join");
  if (isAlone(meta.value.kind)) return leads.value && accept ? <Yes link={accept} /> : null;
  if (!join) return null;
  const alone = [...roots.people.value].every(([id, person]) => id === me.value || person.removed);
  return (
    <Fold title={say("prepare-invite")} sum={say("prepare-invite-sum")} class="invite">
      {alone ? <p>{say("prepare-only-you")}</p> : null}
      <div class="ways">
        {picture ? <img class="qr" src={picture} alt={say("prepare-invite-code")} width="132" height="132" /> : null}
        <div>
          <p class="address" translate={false}>
            {join}
          </p>
          <Copy words={say("prepare-copy-link")} text={join} look="plain" />
        </div>
      </div>
      {leads.value && accept ? <Yes link={accept} /> : null}
    </Fold>
  );
}

/** For whoever says that it is done and does not take part: one link, and what came of it. */
function Yes({ link }: { readonly link: string }) {
  const { meta } = useSession();
  return (
    <div class="yes">
      <h3>{say("prepare-yes")}</h3>
      <p class="small">{say("prepare-yes-hint")}</p>
      <Copy words={say("prepare-copy-yes")} text={link} look="plain" />
      {meta.value.agreed.map((one) => (
        <p key={one.at} class={one.yes ? "said-yes" : "said-no"}>
          {one.yes
            ? say("prepare-yes-said", { name: one.name })
            : one.note
              ? say("prepare-yes-no-note", { name: one.name, note: one.note })
              : say("prepare-yes-no", { name: one.name })}
        </p>
      ))}
    </div>
  );
}
