import { type Signal, signal, useSignal } from "@preact/signals";
import { ofRole, readStored, writeStored } from "../../../browser-storage";
import { Button } from "../../../kit/button";
import { announce } from "../../../kit/feedback";
import { keepFocus } from "../../../kit/page/focus";
import { say } from "../../../words/say";
import { perBoard } from "../../engine/per-board";
import { useBoard } from "../../engine/use-board";
import { Address, CopyLink, QrCode } from "./share-links";
import "./share-facilitator.css";

/** Characters of a question in a mail's subject. */
const SUBJECT = 60;

/**
 * The link that leads back to running the board. Until the facilitator says that it is kept, it stands out; it is never
 * shown by itself, since this page may be projected.
 */
export function FacilitatorLink({ heading: Heading = "h3" }: { heading?: "h2" | "h3" }) {
  const owner = useBoard();
  const { board, links } = owner.boot;
  const shown = useSignal(false);
  const url = links.facilitate;
  if (!url) {
    return null;
  }
  const kept = isKept(owner);
  return (
    <section class={`way stacked facilitator${kept.value ? "" : " keep-link"}`} aria-labelledby="facilitator-link">
      <div>
        <Heading id="facilitator-link">{kept.value ? say("share-own-title") : say("share-own-keep-title")}</Heading>
        <p>{kept.value ? say("share-own-why") : say("share-own-keep-why")}</p>
      </div>
      <div class="line-up">
        <CopyLink link="facilitate" what={say("share-own-title")} look={kept.value ? "quiet" : "ink"} />
        <SendLink url={url} />
        {kept.value ? (
          <Button
            icon={shown.value ? "hide" : "link"}
            aria-expanded={shown.value ? "true" : "false"}
            onClick={() => (shown.value = !shown.value)}
          >
            {shown.value ? say("share-own-hide") : say("share-own-show")}
          </Button>
        ) : (
          <Button look="plain" icon="check" onClick={() => confirmKept(board, kept)}>
            {say("share-own-kept")}
          </Button>
        )}
      </div>
      {shown.value ? (
        <div class="secret">
          <QrCode link="facilitate" what={say("share-own-title")} />
          <Address url={url} />
        </div>
      ) : null}
    </section>
  );
}

/** A question in a mail's subject: mail programs take short addresses only. */
function shortened(question: string): string {
  const signs = [...question];
  return signs.length > SUBJECT ? `${signs.slice(0, SUBJECT).join("")}…` : question;
}

/** Opens a mail with the link in it. A button: the address of a link would be shown under the pointer. */
function SendLink({ url }: { url: string }) {
  const { question } = useBoard().state.meta.value;
  const send = () => {
    const mail = document.createElement("a");
    const subject = say("share-mail-subject", { question: shortened(question) });
    const body = say("share-mail-body", { link: url }).replaceAll("\n", "\r\n");
    mail.href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    mail.click();
  };
  return (
    <Button icon="share" onClick={send}>
      {say("share-own-send")}
    </Button>
  );
}

/** Whether the facilitator of a board said in this browser that the link is kept. */
export const isKept = perBoard(({ boot }) =>
  signal(readStored(ofRole(boot.board, "facilitate", "link-kept")) !== null),
);

function confirmKept(board: string, kept: Signal<boolean>): void {
  kept.value = true;
  keepFocus("#facilitator-link", "dialog[open] button", ".board-button");
  announce(say("share-own-kept-said"));
  // A browser that stores nothing asks again after a reload.
  writeStored(ofRole(board, "facilitate", "link-kept"), true);
}
