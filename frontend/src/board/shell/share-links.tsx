import { Button } from "../../kit/button";
import { copyText } from "../../kit/copy";
import type { Role } from "../../protocol.generated";
import { share as words } from "../../words/share";
import { useBoard } from "./use-board";
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
      aria-label={`${words.copyLink}: ${what}`}
      onClick={() => copyText(url, words.copied(what))}
    >
      {words.copyLink}
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
    <img class={large ? "qr large" : "qr"} src={source} alt={words.qr(what)} width="160" height="160" />
  ) : null;
}
