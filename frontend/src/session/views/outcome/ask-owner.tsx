import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import { linksOf } from "../../links";
import { useSession } from "../../use-session";
import { ByHand } from "../by-hand";
import "./choices.css";

/** "Ask Mara": whoever says when it is done is not in the session, and answers by a link of their own. */
export function Ask() {
  const { boot, meta } = useSession();
  const { contract, state } = meta.value;
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const link = linksOf(boot).accept;
  const name = contract.owner?.words;
  if (!name || !link) return null;
  const asks = { name: isolated(name), artifact: isolated(contract.artifact) };
  const text = `${state === "running" ? say("verdict-ask-text-soon", asks) : say("verdict-ask-text", asks)}\n${link}`;
  return (
    <div class="ask-owner">
      <Button icon="copy" onClick={async () => setCopied((await copyText(text)) ? "yes" : "no")}>
        {say("verdict-ask", { name: isolated(name) })}
      </Button>
      <p class="small" role="status">
        {copied === "yes" ? say("verdict-ask-copied") : copied === null ? say("verdict-ask-hint") : null}
      </p>
      {copied === "no" && <ByHand label={say("verdict-ask-by-hand")} text={text} />}
    </div>
  );
}
