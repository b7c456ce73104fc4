import { Button } from "../../../../kit/button";
import { say } from "../../../../words/say";
import { askingEverybody, useMayAsk } from "./asking";

/** Opens the dialog, where there is somebody to ask. */
export function AskButton() {
  if (!useMayAsk()) return null;
  return (
    <Button
      look="plain"
      class="to-ask"
      aria-haspopup="dialog"
      onClick={() => {
        askingEverybody.value = true;
      }}
    >
      {say("working-ask-everybody")}
    </Button>
  );
}
