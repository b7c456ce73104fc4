import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../kit/button";
import { copyText } from "../../kit/copy";
import { trimmed } from "../../kit/text/rules";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";

/** The board is not there any more, and trying again helps nobody. */
const NO_MORE = ["gone", "deleted", "decision-kept"] as const;

type Why = (typeof NO_MORE)[number] | "locked" | "full" | "elsewhere" | "broken";

/** The page in place of a board that is closed to this person; nothing while it is open. */
export function Closed({ why }: { why: Why | undefined }) {
  return why ? <Reason why={why} /> : null;
}

/** Why there is no board to show, what to do about it, and what was written here and not sent. */
function Reason({ why }: { why: Why }) {
  const { own, draft, reload, state } = useBoard();
  const over = NO_MORE.some((one) => one === why);
  const { frozen } = state.meta.value;
  // With a board that is gone, what was saved on it is only here.
  const mine = own.ideas.value.filter(({ state, pending }) =>
    over ? state !== "withdrawn" : state === "sending" || state === "refused" || pending !== null,
  );
  const written = mine.map((idea) => idea.pending ?? idea.text);
  const name = why === "decision-kept" ? (frozen ? "kept" : "deleted") : why;
  const said = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the board. The heading is read out by whoever does not see it.
  useLayoutEffect(() => said.current?.focus(), []);
  const texts = [...written, ...(trimmed(draft.text.value) ? [draft.text.value] : [])];
  return (
    <div class="page closed">
      <a class="mark" href="/" translate={false} aria-label={say("board-brand")}>
        <span class="name">{say("board-brand")}</span>
      </a>
      <h1 tabIndex={-1} ref={said}>
        {say(`closed-${name}`)}
      </h1>
      <p class="under">{say(`closed-${name}-why`)}</p>
      <div class="line-up">
        {name === "kept" ? (
          <a class="button go" href={`/decisions/${frozen}`}>
            {say("closed-decision")}
          </a>
        ) : null}
        {over ? (
          <a class="button quiet" href="/">
            {say("closed-home")}
          </a>
        ) : (
          <Button look="go" onClick={reload}>
            {why === "broken" ? say("board-reload") : why === "elsewhere" ? say("closed-go-on") : say("closed-again")}
          </Button>
        )}
      </div>
      {texts.length > 0 ? (
        <section class="unsent">
          <h2>{over ? say("closed-yours") : say("closed-unsent")}</h2>
          <ul class="texts">
            {texts.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
          <Button icon="copy" onClick={() => copyText(texts.join("\n"))}>
            {say("board-copy")}
          </Button>
        </section>
      ) : null}
    </div>
  );
}
