import { useRef, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { useTextHtml } from "../work/text/fetched";

/** Characters from which on the text is folded. */
const LONG = 2400;

/** The text as it is read. */
export function Written() {
  const { characters } = useSession().meta.value;
  const html = useTextHtml();
  const [whole, setWhole] = useState(false);
  const article = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState("");
  const folded = characters > LONG && !whole;
  const copy = async (): Promise<void> => {
    const done = await copyFormatted(html ?? "", article.current?.innerText ?? "");
    setCopied(done ? say("ended-copied") : say("ended-copy-failed"));
  };
  return (
    <>
      <article ref={article} class={folded ? "doc folded" : "doc"} aria-busy={html === null}>
        <div class="body" dangerouslySetInnerHTML={{ __html: html ?? "" }} />
      </article>
      <p class="press">
        {characters > LONG && (
          <Button aria-expanded={!folded} onClick={() => setWhole(!whole)}>
            {folded ? say("ended-read-all") : say("ended-read-less")}
          </Button>
        )}
        <Button look="plain" icon="copy" onClick={() => void copy()}>
          {say("ended-copy")}
        </Button>
        <span class="small" role="status">
          {copied}
        </span>
      </p>
    </>
  );
}

/** With headings, lists and tables where the browser can, else the words alone. */
async function copyFormatted(html: string, words: string): Promise<boolean> {
  try {
    const part = (type: string, text: string) => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": part("text/html", html), "text/plain": part("text/plain", words) }),
    ]);
    return true;
  } catch {
    return copyText(words);
  }
}
