import { useSignal } from "@preact/signals";
import { views } from "../../words/views";
import { Button } from "../parts/button";
import { soon } from "./soon";

const ShareDialog = soon(async () => (await import("./share")).ShareDialog);

/** Opens the ways in. */
export function ShareButton() {
  const open = useSignal(false);
  return (
    <>
      <Button icon="share" class="share-button" aria-label={views.share.named} onClick={() => (open.value = true)}>
        <span class="wide">{views.share.button}</span>
      </Button>
      <ShareDialog open={open.value} onClose={() => (open.value = false)} />
    </>
  );
}
