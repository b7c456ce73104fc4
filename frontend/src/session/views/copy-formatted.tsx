import { useState } from "preact/hooks";
import { Button } from "../../kit/button";
import { copyFormatted } from "../../kit/copy-formatted";
import { useSession } from "../use-session";

interface CopyProps {
  readonly words: string;
  readonly done: string;
  readonly failed: string;
}

/** Copies the text as it stands for Word, Docs and mail, with headings, lists, links and tables. */
export function CopyFormatted({ words, done, failed }: CopyProps) {
  const { boot, meta, formatted } = useSession();
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    const path = `/worksessions/${boot.session}/text`;
    const known = formatted.peek();
    const html = known?.digest === meta.peek().text_digest ? known.html : fetched(path);
    setSaid((await copyFormatted(html, fetched(`${path}?as=markdown`))) ? done : failed);
  };
  return (
    <>
      <Button look="plain" icon="copy" onClick={() => void copy()}>
        {words}
      </Button>
      <span class="small" role="status">
        {said}
      </span>
    </>
  );
}

async function fetched(path: string): Promise<string> {
  const answer = await fetch(path);
  return answer.ok ? await answer.text() : Promise.reject(new Error(String(answer.status)));
}
