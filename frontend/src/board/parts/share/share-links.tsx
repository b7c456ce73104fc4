import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import type { Role } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import "./share.css";

export function CopyLink({ link, what, look = "quiet" }: { link: Role; what: string; look?: "quiet" | "ink" }) {
  const { links } = useBoard().boot;
  const url = links[link];
  if (!url) {
    return null;
  }
  return (
    <Button
      icon="copy"
      look={look}
      aria-label={say("share-copy-link-of", { what })}
      onClick={() => copyText(url, say("share-copied", { what }))}
    >
      {say("share-copy-link")}
    </Button>
  );
}

/** An address to be read aloud and typed: without the scheme, breaking where it must. */
export function Address({ url }: { url: string | undefined }) {
  return url ? (
    <p class="address" translate={false}>
      {url.replace(/^https?:\/\//, "")}
    </p>
  ) : null;
}

/** The code to point a camera at; always on white, as cameras need it. */
export function QrCode({ link, what, large = false }: { link: Role; what: string; large?: boolean }) {
  const { qr } = useBoard().boot;
  const source = qr[link];
  return source ? (
    <img class={large ? "qr large" : "qr"} src={source} alt={say("share-code-of", { what })} width="160" height="160" />
  ) : null;
}
