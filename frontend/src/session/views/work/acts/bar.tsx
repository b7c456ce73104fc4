/** The one row of actions: what happens, what can be added, and the clock. */

import { Button } from "../../../../kit/button";
import { Popover } from "../../../../kit/popover";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { AskButton } from "../board/ask-button";
import { openRow } from "../margin/opened";
import { Stuck } from "../people/stuck";
import { called } from "../time/called";
import type { Course } from "../time/course";
import { mood } from "../time/face";
import { useAsk, useClockRights, usePeople } from "../use-work";
import { Extend } from "./extend";

/** Next, more time, and a pause: for those who may move the clock. `calm`: something else is to be pressed first. */
export function ClockButtons({ course, calm }: { readonly course: Course; readonly calm?: boolean }) {
  const may = useClockRights();
  const asking = useAsk();
  const { current, coming, left, paused } = course;
  const next = coming[0];
  if (!may) return <p class="move small">{say("working-lead-has-clock")}</p>;
  const turned = !calm && mood(left, current.length) !== "calm" && !paused;
  return (
    <div class="move">
      <Why text={asking.why} />
      <Button
        look="plain"
        icon={paused ? "play" : "pause"}
        busy={asking.busy}
        aria-label={paused ? say("working-resume") : say("working-pause")}
        title={paused ? say("working-resume") : say("working-pause")}
        onClick={() => void asking.run({ do: "pause", paused: !paused })}
      />
      <Popover button={{ look: "plain", children: say("working-plus-five"), "aria-label": say("working-more-time") }}>
        {(close) => <Extend course={course} onDone={close} />}
      </Popover>
      {next && (
        <Button
          look={turned ? "go" : "quiet"}
          class="next"
          busy={asking.busy}
          onClick={() => void asking.run({ do: "next_item", from: current.id })}
        >
          {say("working-next", { next: called(next) })}
        </Button>
      )}
    </div>
  );
}

interface AddButtonsProps {
  readonly onAdd: () => void;
  readonly adding: boolean;
}

/** What anybody can add. */
export function AddButtons({ onAdd, adding }: AddButtonsProps) {
  const { notice } = useSession();
  const alone = usePeople().length <= 1;
  return (
    <div class="add-buttons">
      <Button look="plain" icon="plus" aria-expanded={adding ? "true" : "false"} onClick={onAdd}>
        {say("working-add")}
      </Button>
      <Button look="plain" onClick={() => openRow("tasks", { type: true })}>
        {say("working-task")}
      </Button>
      <Button look="plain" onClick={() => openRow("later", { type: true })}>
        {say("working-for-later")}
      </Button>
      <Button look="plain" class="to-agree" onClick={() => openRow("agreed", { type: true })}>
        {alone ? say("working-i-decided") : say("working-agree")}
      </Button>
      <AskButton />
      {notice.value.present > 1 && <Stuck />}
    </div>
  );
}
