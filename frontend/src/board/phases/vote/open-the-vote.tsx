import { useSignal } from "@preact/signals";
import { views } from "../../../words/views";
import { Button } from "../../parts/button";
import { soon } from "../../shell/soon";

const OpenVoteDialog = soon(async () => (await import("./open-vote-dialog")).OpenVoteDialog);

/** The way from Group to Vote. */
export function OpenTheVote() {
  const open = useSignal(false);
  return (
    <>
      <Button look="go" onClick={() => (open.value = true)}>
        {views.next.vote}
      </Button>
      <OpenVoteDialog open={open.value} onClose={() => (open.value = false)} />
    </>
  );
}
