/** "I'm stuck", with a note if one likes; the others see it at once. */

import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { Popover } from "../../../../kit/popover";
import { say } from "../../../../words/say";
import { LIMITS } from "../../../../worksession.generated";
import { clearSent, useDraft } from "../../../drafts";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { useAsk } from "../use-work";

export function Stuck() {
  const { myself } = useSession();
  // Others and this page see that somebody is stuck before it is answered: going on does not wait for that.
  const [asking, going] = [useAsk(), useAsk()];
  const note = useDraft("stuck");
  if (!myself.value) return null;
  if (myself.value.stuck !== null) {
    return (
      <span class="stuck">
        <Button look="plain" busy={going.busy} onClick={() => void going.run({ do: "stuck", stuck: false })}>
          {say("working-go-on")}
        </Button>
        <Why text={going.why} />
      </span>
    );
  }
  const send = async (close: () => void): Promise<void> => {
    const sent = note.value;
    if (await asking.run({ do: "stuck", stuck: true, note: sent.trim() || null })) {
      clearSent(note, sent);
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
