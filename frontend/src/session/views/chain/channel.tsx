import { say } from "../../../words/say";
import { linksOf } from "../../links";
import { useSession } from "../../use-session";
import { isAlone } from "../../verdicts";
import { Part } from "../ended/part";
import { channelText, toldOf } from "./channel-text";
import { CopyText } from "./copy-text";
import { useChain } from "./use-chain";
import "./chain.css";

/** What goes into the team's channel, to be read before it is copied. */
export function Channel() {
  const { boot, meta, roots } = useSession();
  const chain = useChain();
  if (isAlone(meta.value.kind)) return null;
  const text = channelText(toldOf(meta.value, roots, chain?.next ?? null, linksOf(boot).join ?? ""));
  return (
    <Part title={say("chain-channel")}>
      <div class="channel">
        <pre dir="auto">{text}</pre>
        <p class="press">
          <CopyText words={say("chain-channel-copy")} text={text} />
          <span class="small">{say("chain-channel-only")}</span>
        </p>
      </div>
    </Part>
  );
}
