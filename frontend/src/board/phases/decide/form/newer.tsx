import { useEffect } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { announce } from "../../../../kit/feedback";
import { keepFocus } from "../../../../kit/page/focus";
import type { Decision } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { optionsOf } from "../../../parts/recommended";
import { openForm, useDesk } from "../desk";
import { Wording } from "../wording";
import { useDraft } from "./own-draft";
import { useShow } from "./show";
import "./newer.css";

/** Beside the form: the wording that another facilitator has shown meanwhile, and the two ways on. */
export function Newer({ decision }: { decision: Decision }) {
  const { state } = useBoard();
  const { keepTheirs } = useDraft();
  const { busy, show } = useShow();
  useEffect(() => announce(say("form-newer")), []);
  return (
    <section class="newer" aria-labelledby="newer-title">
      <h2 id="newer-title">{say("form-newer")}</h2>
      <p>{say("form-newer-lead")}</p>
      <Wording decision={decision} options={optionsOf(state.meta.value.rounds, decision.shortlist.length)} level={3} />
      <div class="ways">
        <Button
          look="ink"
          onClick={() => {
            keepTheirs();
            keepFocus("#stage h1", "#stage");
          }}
        >
          {say("form-keep-theirs")}
        </Button>
        <Button busy={busy} onClick={() => show(decision)}>
          {say("form-replace")}
        </Button>
      </div>
    </section>
  );
}

/** Above the current wording: it has replaced mine, or a draft of mine is put aside. */
export function OwnWording() {
  const board = useBoard();
  const { draft, aside } = useDesk();
  const { newer, keepTheirs, takeUp, dropAside } = useDraft();
  const replaced = draft.value !== null && newer !== null;
  useEffect(() => {
    if (replaced) announce(say("form-newer"));
  }, [replaced]);
  return (
    <>
      {replaced ? (
        <div class="own-wording">
          <p>{say("form-newer")}</p>
          <Button size="s" onClick={() => openForm(board)}>
            {say("form-compare")}
          </Button>
          <Button size="s" look="plain" onClick={keepTheirs}>
            {say("form-keep-theirs")}
          </Button>
        </div>
      ) : null}
      {aside.value ? (
        <div class="own-wording">
          <p>{say("form-aside-kept")}</p>
          {/* Not last: "Keep theirs" was there a moment ago, and a second press must discard nothing. */}
          <Button size="s" look="plain" icon="close" onClick={dropAside}>
            {say("form-discard")}
          </Button>
          <Button size="s" onClick={takeUp}>
            {say("form-take-up")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
