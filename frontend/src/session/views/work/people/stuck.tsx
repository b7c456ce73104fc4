/** "I'm stuck", with a note if one likes; the others see it at once. */

import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { Popover } from "../../../../kit/popover";
import { say } from "../../../../words/say";
import { LIMITS } from "../../../../worksession.generated";
import { useDraft } from "../../../drafts";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { useAsk } from "../use-work";

export function Stuck() {
  const { myself } = useSession();
  const asking = useAsk();
  const note = useDraft("stuck");
  if (!myself.value) return null;
  if (myself.value.stuck !== null) {
    return (
      <span class="stuck">
        <Button look="plain" busy={asking.busy} onClick={() => void asking.run({ do: "stuck", stuck: false })}>
          {say("working-go-on")}
        </Button>
        <Why text={asking.why} />
      </span>
    );
  }
  const send = async (close: () => void): Promise<void> => {
    if (await asking.run({ do: "stuck", stuck: true, note: note.value.trim() || null })) {
      note.value = "";
      close();
    }
  };
  return (
    <Popover
      button={{ look: "plain", children: say("working-stuck") }}
      onOpen={(panel) => panel.querySelector<HTMLElement>("input, textarea")?.focus()}
    >
      {(close) => (
        <form
          class="stuck-form"
          onSubmit={(event) => {
            event.preventDefault();
            void send(close);
          }}
        >
          <Field
            label={say("working-stuck-where")}
            hint={say("working-stuck-hint")}
            value={note.value}
            onInput={(value) => {
              note.value = value;
            }}
            max={LIMITS.note}
            lines={2}
            onEnter={() => void send(close)}
          />
          <Why text={asking.why} />
          <Button look="ink" type="submit" busy={asking.busy}>
            {say("working-tell")}
          </Button>
        </form>
      )}
    </Popover>
  );
}
