import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Dialog } from "../../../../kit/dialog";
import { Field } from "../../../../kit/field";
import { LIMITS } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useOpenPhase } from "../../../actions/open-phase";
import { budget } from "../../../engine/document/options";
import { useBoard } from "../../../engine/use-board";
import { minutesOf } from "../../../parts/open-vote/open-vote";
import { Badge, titleOf } from "../../../parts/options/option-head";
import { deskOf, shortlistInOrder } from "../desk";

/** Asks before a new round opens: on the tied, on the chosen, or on everything. */
export function AnotherRound() {
  const board = useBoard();
  const { state } = board;
  const { sheet } = deskOf(board);
  const [minutes, setMinutes] = useState("");
  const { busy, open: openPhase } = useOpenPhase();
  const kind = sheet.value;
  const { rounds, proposal } = state.meta.value;
  const all = new Map(rounds.flatMap((round) => round.options.map((option) => [option.option, option])));
  const runoff = kind !== "everything";
  const ids = kind === "tied" ? (proposal?.tied ?? []) : runoff ? shortlistInOrder(board) : [];
  const options = runoff ? ids.flatMap((id) => all.get(id) ?? []) : state.paper.value.options;
  const time = minutesOf(minutes);
  const close = () => {
    sheet.value = "none";
  };
  const open = async (): Promise<void> => {
    if (time === "wrong") return;
    if (await openPhase("vote", { minutes: time, options: runoff ? ids : null })) close();
  };
  return (
    <Dialog
      open={kind === "tied" || kind === "chosen" || kind === "everything"}
      onClose={close}
      title={say(runoff ? "decide-runoff-title" : "decide-again-title")}
      lead={
        runoff
          ? say("decide-runoff-lead", { options: options.length, dots: budget(options.length) })
          : say("decide-again-lead")
      }
      actions={
        <>
          <Button onClick={close}>{say("board-not-yet")}</Button>
          <Button look="go" busy={busy} onClick={open}>
            {say(runoff ? "decide-runoff-open" : "decide-again-open")}
          </Button>
        </>
      }
    >
      {runoff ? (
        <ul class="round-options">
          {options.map((option) => (
            <li key={option.option}>
              <Badge option={option} />
              <bdi dir="auto">{titleOf(option, state)}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <p class="round-warning">{say("opening-again")}</p>
      <Field
        class="minutes"
        label={say("opening-minutes")}
        kind="number"
        value={minutes}
        onInput={setMinutes}
        hint={say("opening-minutes-hint")}
        error={time === "wrong" ? say("opening-minutes-wrong", { most: LIMITS.minutes }) : undefined}
      />
    </Dialog>
  );
}
