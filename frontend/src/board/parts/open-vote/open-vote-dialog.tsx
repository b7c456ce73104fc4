import { Dialog } from "../../../kit/dialog";
import { say } from "../../../words/say";
import { OpenVote } from "./open-vote";

export interface OpenVoteDialogProps {
  open: boolean;
  onClose: () => void;
}

/** The ballot as it would be opened, to mend and then to open. */
export function OpenVoteDialog({ open, onClose }: OpenVoteDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={say("opening-title")} size="l" light={false}>
      <OpenVote onClose={onClose} />
    </Dialog>
  );
}
