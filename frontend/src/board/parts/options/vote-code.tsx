import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { say } from "../../../words/say";
import "./vote-code.css";

export interface VoteCodesProps {
  codes: readonly { readonly round: number; readonly code: string }[];
}

/** Folded, for neighbours can see the screen. */
export function VoteCode({ codes }: VoteCodesProps) {
  return (
    <details class="vote-code">
      <summary>{say("code-title", { count: 1 })}</summary>
      <VoteCodes codes={codes} />
    </details>
  );
}

/** The codes with which I find my own dots in the record, and what they are worth. */
export function VoteCodes({ codes }: VoteCodesProps) {
  return (
    <div class="vote-codes">
      <p>
        {say("code-why")} {say("code-secret")}
      </p>
      <ul>
        {codes.map(({ round, code }) => (
          <li key={round}>
            {codes.length > 1 ? <span>{say("code-round", { number: round })}</span> : null}
            <code translate={false}>{code}</code>
            <Button look="plain" size="s" icon="copy" onClick={() => copyText(code, say("code-copied"))}>
              {say("code-copy")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
