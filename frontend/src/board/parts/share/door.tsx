import { Button } from "../../../kit/button";
import { succeeded } from "../../../kit/feedback";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import "./share.css";

/** Whether somebody new can come in. */
export function Door() {
  const { commands, state } = useBoard();
  const { locked } = state.meta.value;
  return (
    <section class="way">
      <div>
        <h3>{say("share-door")}</h3>
        <p>{locked ? say("share-door-locked") : say("share-door-open")}</p>
      </div>
      <div class="line-up">
        <Button
          icon={locked ? "unlock" : "lock"}
          onClick={async () => succeeded(await commands.send({ do: "change_settings", locked: !locked }))}
        >
          {locked ? say("share-unlock") : say("share-lock")}
        </Button>
      </div>
    </section>
  );
}
