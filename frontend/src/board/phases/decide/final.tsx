import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Dialog } from "../../../kit/dialog";
import { succeeded } from "../../../kit/feedback";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { checkOn, earlier, standing } from "../../parts/options/checks";
import { optionsOf } from "../../parts/recommended";
import { EndCheck } from "./consent";
import { Facts } from "./count/count";
import { Tally } from "./count/tally";
import { useDesk } from "./desk";
import { Result } from "./result";
import { Wording } from "./wording";

/** The finished page before it is finished. The second press is here. */
export function MakeFinal() {
  const { state, commands } = useBoard();
  const { sheet } = useDesk();
  const [busy, setBusy] = useState(false);
  const { decision, consents, consent: check, rounds, criterion, question } = state.meta.value;
  const close = () => {
    sheet.value = "none";
  };
  const freeze = async (): Promise<void> => {
    setBusy(true);
    const answer = await commands.send({ do: "freeze" });
    setBusy(false);
    if (succeeded(answer) && answer.decision) location.assign(`/decisions/${answer.decision}`);
  };
  if (!decision) return null;
  const ended = checkOn(decision, consents);
  const others = earlier(decision, consents);
  const newest = rounds.at(-1);
  return (
    <Dialog
      open={sheet.value === "final"}
      onClose={close}
      size="l"
      title={say("decide-final-title")}
      lead={say("decide-final-lead")}
      light={false}
      actions={
        <>
          <Button onClick={close}>{say("decide-final-back")}</Button>
          <Button look="go" busy={busy} onClick={freeze}>
            {busy ? say("decide-freezing") : say("decide-final")}
          </Button>
        </>
      }
    >
      <div class="final">
        <div class="standing">
          <p>{check?.open ? say("decide-final-open-check") : ended ? standing(ended) : say("decide-final-no-check")}</p>
          {ended || others === 0 ? null : <p>{say("decide-earlier-wordings", { count: others })}</p>}
          {check?.open ? <EndCheck look="ink" /> : null}
        </div>
        <p class="question-line" dir="auto">
          {question}
        </p>
        <Wording decision={decision} options={optionsOf(rounds, decision.shortlist.length)} level={3} made />
        {ended ? <Result check={ended} level={4} /> : null}
        {newest ? (
          <section class="how">
            <h4>{say("decide-how")}</h4>
            <p>
              {say("decide-voted-on")} <bdi>{criterion ?? say("board-no-criterion")}</bdi>
            </p>
            <Facts round={newest} />
            <Tally round={newest} newest />
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}
