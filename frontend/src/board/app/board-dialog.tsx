import { Dialog } from "../../kit/dialog";
import type { Phase } from "../../protocol.generated";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";
import { TextSetting } from "../parts/settings/fields";
import { Door } from "../parts/share/door";
import { FacilitatorLink } from "../parts/share/share-facilitator";
import { Keeping } from "../parts/share/share-keeping";
import { TakeAway } from "./take-away";

export interface BoardDialogProps {
  open: boolean;
  onClose: () => void;
}

/** The steps in which a wording can still be mended here. In Welcome all settings stand on the page. */
const MENDED: ReadonlySet<Phase> = new Set(["diverge", "reveal", "cluster"]);

/** What belongs to the board rather than to the people: its wording, who can run it, the door, files, the end. */
export function BoardDialog({ open, onClose }: BoardDialogProps) {
  const { state } = useBoard();
  return (
    <Dialog open={open} onClose={onClose} title={say("share-board-title")} size="m">
      <div class="share">
        {MENDED.has(state.phase.value) && state.meta.value.rounds.length === 0 ? (
          <section class="way stacked settings" aria-labelledby="wording">
            <h3 id="wording">{say("settings-wording")}</h3>
            <p>{say("settings-wording-why")}</p>
            <div class="fields">
              <TextSetting name="question" lines={2} />
              <TextSetting name="problem" lines={1} />
              <TextSetting name="constraint" lines={1} />
              <TextSetting name="owner" />
            </div>
          </section>
        ) : null}
        <FacilitatorLink />
        <Door />
        <TakeAway />
        <Keeping />
      </div>
    </Dialog>
  );
}
