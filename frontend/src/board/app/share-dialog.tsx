import { Dialog } from "../../kit/dialog";
import { say } from "../../words/say";
import { SharePanel } from "../parts/share/share";
import { TakeAway } from "./take-away";

export interface ShareDialogProps {
  open: boolean;
  onClose: () => void;
}

/** The ways in, in a dialog. */
export function ShareDialog({ open, onClose }: ShareDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={say("share-title")} size="m">
      <div class="share">
        <SharePanel />
        <TakeAway />
      </div>
    </Dialog>
  );
}
