import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { say } from "../../../words/say";
import { ByHand } from "../by-hand";

interface CopyProps {
  readonly words: string;
  readonly text: string;
  readonly look?: "quiet" | "plain";
}

/** Copies a text; where the browser does not, it stands there to be copied by hand. */
export function CopyText({ words, text, look = "quiet" }: CopyProps) {
  const [failed, setFailed] = useState(false);
  return (
    <>
      <Button look={look} icon="copy" onClick={async () => setFailed(!(await copyText(text, say("chain-copied"))))}>
        {words}
      </Button>
      {failed && <ByHand label={say("chain-by-hand")} text={text} />}
    </>
  );
}
