import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { CopyFormatted } from "../copy-formatted";
import { WatchButton } from "../versions/watch-button";
import { useTextHtml } from "../work/text/fetched";

/** Characters from which on the text is folded. */
const LONG = 2400;

/** The text as it is read. */
export function Written() {
  const { characters } = useSession().meta.value;
  const html = useTextHtml();
  const [whole, setWhole] = useState(false);
  const folded = characters > LONG && !whole;
  return (
    <>
      <article class={folded ? "doc folded" : "doc"} aria-busy={html === null}>
        <div class="body" dangerouslySetInnerHTML={{ __html: html ?? "" }} />
      </article>
      <p class="press">
        {characters > LONG && (
          <Button aria-expanded={!folded} onClick={() => setWhole(!whole)}>
            {folded ? say("ended-read-all") : say("ended-read-less")}
          </Button>
        )}
        <WatchButton words={say("ended-watch")} />
        <CopyFormatted words={say("ended-copy")} done={say("ended-copied")} failed={say("ended-copy-failed")} />
      </p>
    </>
  );
}
