import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { succeeded } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { trimmed } from "../../../kit/text/rules";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";

/** Any number of minutes from now on, more than are left or fewer. */
export function OwnMinutes() {
  const { commands } = useBoard();
  const typed = useSignal("");
  const error = useSignal<string | null>(null);
  const set = async (): Promise<void> => {
    const minutes = Number(trimmed(typed.value).replace(",", "."));
    if (!(minutes > 0 && minutes <= LIMITS.minutes)) {
      error.value = say("board-clock-own-wrong", { most: LIMITS.minutes });
      return;
    }
    error.value = null;
    if (succeeded(await commands.send({ do: "set_timer", minutes }))) typed.value = "";
  };
  return (
    <div class="own-minutes">
      <Field
        label={say("board-clock-own")}
        kind="number"
        value={typed.value}
        onInput={(value) => {
          typed.value = value;
        }}
        onEnter={() => void set()}
        error={error.value}
      />
      <Button onClick={() => void set()}>{say("board-clock-own-set")}</Button>
    </div>
  );
}
