import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { Icon } from "../../../kit/icon";
import { marked } from "../../../kit/marked";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { NumberSetting, TextSetting, VisibilitySetting } from "../../parts/settings/fields";

/** The board's settings in the lobby: a line that says what is set, the rest behind one press. */
export function LobbySettings() {
  const { state } = useBoard();
  const open = useSignal(false);
  const meta = state.meta.value;
  return (
    <section class="settings">
      <p class="summary">
        <Icon name="clock" />
        <span>
          {marked(say(`lobby-summary-${meta.visibility}`, { minutes: meta.minutes }), "b", (part) => (
            <b>{part}</b>
          ))}
        </span>
      </p>
      <Button
        icon="edit"
        aria-expanded={open.value ? "true" : "false"}
        aria-controls="settings"
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {open.value ? say("lobby-fold") : say("lobby-edit")}
      </Button>
      <div id="settings" class="fields" hidden={!open.value}>
        <TextSetting name="question" lines={2} />
        <NumberSetting name="minutes" most={LIMITS.minutes} />
        <TextSetting name="problem" lines={1} />
        <TextSetting name="constraint" lines={1} />
        <TextSetting name="criterion" lines={1} />
        <TextSetting name="owner" />
        <VisibilitySetting />
        <NumberSetting name="dots" most={LIMITS.dots} hint={say("settings-dots-hint")} />
      </div>
    </section>
  );
}
