import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { lazy } from "../../../kit/lazy";
import { say } from "../../../words/say";

const OpenVoteDialog = lazy(async () => (await import("./open-vote-dialog")).OpenVoteDialog, "opening", "idea");

/** The way from Group to Vote. */
export function OpenTheVote() {
  const open = useSignal(false);
  return (
    <>
      <Button look="go" onClick={() => (open.value = true)}>
        {say("board-next-vote")}
      </Button>
      <OpenVoteDialog open={open.value} onClose={() => (open.value = false)} />
    </>
  );
}
