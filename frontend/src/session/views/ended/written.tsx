import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { CopyFormatted } from "../copy-formatted";
import { WatchButton } from "../versions/watch-button";
import { useTextHtml } from "../work/text/fetched";

/** Characters from which on the text is folded. */
const LONG = 2400;

/** The text as it is read. Without `tools` what can be done with it stands in another place. */
export function Written({ tools }: { readonly tools: boolean }) {
  const { characters } = useSession().meta.value;
  const html = useTextHtml();
  const [whole, setWhole] = useState(false);
  const long = characters > LONG;
  const folded = long && !whole;
  return (
    <>
      <article class={folded ? "doc folded" : "doc"} aria-busy={html === null}>
        <div class="body" dangerouslySetInnerHTML={{ __html: html ?? "" }} />
      </article>
      {(long || tools) && (
        <p class="press">
          {long && (
            <Button aria-expanded={!folded} onClick={() => setWhole(!whole)}>
              {folded ? say("ended-read-all") : say("ended-read-less")}
            </Button>
          )}
          {tools && <TextTools />}
        </p>
      )}
    </>
  );
}

/** What can be done with the text. */
export function TextTools() {
  return (
    <>
      <WatchButton words={say("ended-watch")} />
      <CopyFormatted words={say("ended-copy")} done={say("ended-copied")} failed={say("ended-copy-failed")} />
    </>
  );
}
