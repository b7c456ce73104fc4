import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../kit/button";
import { copyText } from "../../kit/copy";
import { trimmed } from "../../kit/text/rules";
import { closed } from "../../words/closed";
import { views } from "../../words/views";
import { useBoard } from "./use-board";

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
  const words = closed;
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
      <a class="mark" href="/" translate={false} aria-label={views.brand}>
        <span class="name">{views.brand}</span>
      </a>
      <h1 tabIndex={-1} ref={said}>
        {words[name]}
      </h1>
      <p class="under">{words[`${name}Text`]}</p>
      <div class="line-up">
        {name === "kept" ? (
          <a class="button go" href={`/decisions/${frozen}`}>
            {words.decision}
          </a>
        ) : null}
        {over ? (
          <a class="button quiet" href="/">
            {words.home}
          </a>
        ) : (
          <Button look="go" onClick={reload}>
            {why === "broken" ? views.strips.reload : why === "elsewhere" ? words.goOn : words.again}
          </Button>
        )}
      </div>
      {texts.length > 0 ? (
        <section class="unsent">
          <h2>{over ? words.yours : words.unsent}</h2>
          <ul class="texts">
            {texts.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
          <Button icon="copy" onClick={() => copyText(texts.join("\n"))}>
            {views.copy}
          </Button>
        </section>
      ) : null}
    </div>
  );
}
