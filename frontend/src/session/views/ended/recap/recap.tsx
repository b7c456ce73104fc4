import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { lazy } from "../../../../kit/lazy";
import { say } from "../../../../words/say";
import type { SharedRecap } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import { dayOf } from "../../../verdicts";
import { Why } from "../../why";
import { useAsk } from "../../work/use-work";
import { Part } from "../part";
import { announceArrival, useArrival } from "./arrival";
import { CheckBox } from "./check-box";
import { CopyAddress } from "./copy-address";
import { isCorrected, previewAddress, recapAddress, recapOf, recapPicture } from "./recap-state";
import "./recap.css";

const ShareDialog = lazy(() => import("./share-dialog").then((part) => part.ShareDialog), "sharing");
const FindDialog = lazy(() => import("./share-dialog").then((part) => part.FindDialog), "sharing");

/** The recap for everybody of the session: who sees it, the way to it, and whether one's name stands there. */
export function Recap({ first }: { readonly first: boolean }) {
  const { meta } = useSession();
  const recap = recapOf(meta.value);
  return (
    <Part title={say("ended-recap")}>
      {recap === null ? (
        <Before first={first} />
      ) : isCorrected(meta.value) ? (
        <p class="large">{say("ended-recap-corrected", { day: dayOf(recap.at) })}</p>
      ) : (
        <After recap={recap} />
      )}
      {recap !== null && isCorrected(meta.value) && <Ways recap={recap} arrived={false} />}
      <MyName />
    </Part>
  );
}

/** Nobody but the people of the session sees it. `first`: nothing else on the page comes before sharing it. */
function Before({ first }: { readonly first: boolean }) {
  const { boot } = useSession();
  const leads = boot.role === "lead";
  return (
    <>
      <p class="large">{say("ended-recap-own")}</p>
      {!leads && <p class="why">{say("ended-recap-lead-shares")}</p>}
      <p class="press">
        {leads && <ShareButton look={first ? "go" : "quiet"} words={say("ended-recap-share")} />}
        <Preview />
      </p>
    </>
  );
}

/** Opens the dialog in which it is shared. */
export function ShareButton({ look, words }: { readonly look: "go" | "quiet" | "plain"; readonly words: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open && <ShareDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** The page that readers will get. */
export function Preview() {
  const { boot } = useSession();
  return (
    <a class="button plain size-m" href={previewAddress(boot.session)} target="_blank" rel="noopener">
      {say("ended-recap-preview")}
    </a>
  );
}

/** Readers have it. */
function After({ recap }: { readonly recap: SharedRecap }) {
  const { boot } = useSession();
  const arrived = useArrival();
  return (
    <>
      <p class="large">{say("ended-recap-shared", { day: dayOf(recap.at) })}</p>
      <div class="recap-way">
        <img src={recapPicture(boot.session, recap)} alt={say("ended-recap-code")} width="132" height="132" />
        <div>
          <p class="address" translate={false}>
            {recapAddress(recap)}
          </p>
          <Ways recap={recap} arrived={arrived} />
        </div>
      </div>
      <Found recap={recap} />
      {boot.role === "lead" && <Correct />}
    </>
  );
}

function Ways({ recap, arrived }: { readonly recap: SharedRecap; readonly arrived: boolean }) {
  return (
    <p class="press">
      <CopyAddress address={recapAddress(recap)} arrived={arrived} />
      <a class="button plain size-m" href={recapAddress(recap)} target="_blank" rel="noopener">
        {say("ended-recap-open")}
      </a>
    </p>
  );
}

/** Who can find its page, which the lead may change at any time. */
function Found({ recap }: { readonly recap: SharedRecap }) {
  const { boot } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <div class="recap-line">
      <p>{recap.public ? say("ended-recap-public") : say("ended-recap-link")}</p>
      {boot.role === "lead" && <Button onClick={() => setOpen(true)}>{say("ended-recap-change")}</Button>}
      {open && <FindDialog recap={recap} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Correct() {
  const { run, busy, why } = useAsk();
  const correct = async (): Promise<void> => {
    announceArrival(true);
    if (!(await run({ do: "correct" }))) announceArrival(false);
  };
  return (
    <div class="recap-line">
      <p>{say("ended-recap-correct-what")}</p>
      <Button icon="edit" busy={busy} onClick={() => void correct()}>
        {say("ended-recap-correct")}
      </Button>
      <Why text={why} />
    </div>
  );
}

/** One's own name for readers: off until one ticks it. */
function MyName() {
  const { me, myself } = useSession();
  if (me.value === null || myself.value === null) return null;
  return (
    <div class="my-name">
      <CheckBox
        label={say("ended-recap-name")}
        hint={say("ended-recap-name-hint")}
        checked={myself.value.shown}
        command={(shown) => ({ do: "show_name", shown })}
      />
    </div>
  );
}
