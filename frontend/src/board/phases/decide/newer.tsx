import { useEffect } from "preact/hooks";
import { Button } from "../../../kit/button";
import { announce } from "../../../kit/feedback";
import { keepFocus } from "../../../kit/page/focus";
import type { Decision } from "../../../protocol.generated";
import { writing as words } from "../../../words/decision-form";
import { useBoard } from "../../shell/use-board";
import { optionsOf } from "../recommended";
import { aside, draft, openForm } from "./desk";
import { useDraft } from "./own-draft";
import { useShow } from "./show";
import { Wording } from "./wording";
import "./newer.css";

/** Beside the form: the wording that another facilitator has shown meanwhile, and the two ways on. */
export function Newer({ decision }: { decision: Decision }) {
  const { state } = useBoard();
  const { keepTheirs } = useDraft();
  const { busy, show } = useShow();
  useEffect(() => announce(words.newer), []);
  return (
    <section class="newer" aria-labelledby="newer-title">
      <h2 id="newer-title">{words.newer}</h2>
      <p>{words.newerLead}</p>
      <Wording decision={decision} options={optionsOf(state.meta.value.rounds, decision.shortlist.length)} level={3} />
      <div class="ways">
        <Button
          look="ink"
          onClick={() => {
            keepTheirs();
            keepFocus("#stage h1", "#stage");
          }}
        >
          {words.keepTheirs}
        </Button>
        <Button busy={busy} onClick={() => show(decision)}>
          {words.replace}
        </Button>
      </div>
    </section>
  );
}

/** Above the wording that stands: it has taken the place of ours, or a draft of ours is put aside. */
export function OwnWording() {
  const { state } = useBoard();
  const { newer, keepTheirs, takeUp, dropAside } = useDraft();
  const replaced = draft.value !== null && newer !== null;
  useEffect(() => {
    if (replaced) announce(words.newer);
  }, [replaced]);
  return (
    <>
      {replaced ? (
        <div class="own-wording">
          <p>{words.newer}</p>
          <Button size="s" onClick={() => openForm(state)}>
            {words.compare}
          </Button>
          <Button size="s" look="plain" onClick={keepTheirs}>
            {words.keepTheirs}
          </Button>
        </div>
      ) : null}
      {aside.value ? (
        <div class="own-wording">
          <p>{words.asideKept}</p>
          {/* Not last: "Keep theirs" was there a moment ago, and a second press must discard nothing. */}
          <Button size="s" look="plain" icon="close" onClick={dropAside}>
            {words.discard}
          </Button>
          <Button size="s" onClick={takeUp}>
            {words.takeUp}
          </Button>
        </div>
      ) : null}
    </>
  );
}
