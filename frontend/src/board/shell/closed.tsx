import { views } from "../../words/views";
import { Button } from "../parts/button";
import { copyText } from "./copy";
import { useBoard } from "./use-board";

/** Why there is no board to show, what to do about it, and what was written here and not sent. */
export function Closed({ why }: { why: "gone" | "locked" | "full" | "elsewhere" | "broken" }) {
  const { own, draft, reload } = useBoard();
  const words = views.closed;
  // With a board that is gone, what was saved on it is only here.
  const mine = own.ideas.value.filter(({ state, pending }) =>
    why === "gone" ? state !== "withdrawn" : state === "sending" || state === "refused" || pending !== null,
  );
  const written = mine.map((idea) => idea.pending ?? idea.text);
  const texts = [...written, ...(draft.text.value.trim() ? [draft.text.value] : [])];
  return (
    <div class="page closed">
      <a class="mark" href="/" translate={false} aria-label={views.brand}>
        <span class="name">{views.brand}</span>
      </a>
      <h1 tabIndex={-1}>{words[why]}</h1>
      <p class="under">{words[`${why}Text`]}</p>
      <div class="line-up">
        {why === "gone" ? (
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
          <h2>{why === "gone" ? words.kept : words.unsent}</h2>
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
