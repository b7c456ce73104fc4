import { Dialog } from "../../kit/dialog";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";
import { SharePanel } from "../parts/share/share";
import { FacilitatorLink, isKept } from "../parts/share/share-facilitator";

export interface ShareDialogProps {
  open: boolean;
  onClose: () => void;
}

/** The ways in, in a dialog. Until the facilitator's own link is kept, it comes first. */
export function ShareDialog({ open, onClose }: ShareDialogProps) {
  const kept = isKept(useBoard()).value;
  return (
    <Dialog open={open} onClose={onClose} title={say("share-title")} size="m">
      {kept ? null : (
        <div class="share">
          <FacilitatorLink />
        </div>
      )}
      <SharePanel />
    </Dialog>
  );
}
