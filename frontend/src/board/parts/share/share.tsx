import { type Signal, useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { Dialog } from "../../../kit/dialog";
import { Icon } from "../../../kit/icon";
import type { Role } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { Address, CopyLink, QrCode } from "./share-links";
import { TakePart } from "./take-part";
import "./share.css";

function ParticipantLink() {
  const { links } = useBoard().boot;
  const large = useSignal(false);
  const what = say("share-participate");
  return (
    <section class="way main">
      <button type="button" class="qr-button" aria-label={say("share-larger")} onClick={() => (large.value = true)}>
        <QrCode link="participate" what={what} />
      </button>
      <div>
        <h3>{what}</h3>
        <p>{say("share-participate-why")}</p>
        <Address url={links.participate} />
        <CopyLink link="participate" what={what} />
      </div>
      <LargeCode link="participate" what={what} open={large} />
    </section>
  );
}

/** The code as large as the screen, to be photographed from the last row. */
function LargeCode({ link, what, open }: { link: Role; what: string; open: Signal<boolean> }) {
  const { links } = useBoard().boot;
  return (
    <Dialog open={open.value} onClose={() => (open.value = false)} title={what}>
      <div class="qr-stage">
        <QrCode link={link} what={what} large />
        <Address url={links[link]} />
      </div>
    </Dialog>
  );
}

function WatcherLink() {
  const { links, board } = useBoard().boot;
  const large = useSignal(false);
  const what = say("share-watch");
  return (
    <section class="way stacked">
      <div>
        <h3>{what}</h3>
        <p>{say("share-watch-why")}</p>
      </div>
      <div class="line-up">
        <a class="button quiet" href={`/boards/${board}?as=watch`} target="_blank" rel="noopener">
          <Icon name="screen" />
          {say("share-open")}
        </a>
        {links.watch ? (
          <>
            <CopyLink link="watch" what={what} />
            <Button onClick={() => (large.value = true)}>{say("share-code")}</Button>
            <LargeCode link="watch" what={what} open={large} />
          </>
        ) : null}
      </div>
    </section>
  );
}

/** The ways in, each with what it is for. In Welcome they stand open, later they are one press away. */
export function SharePanel() {
  return (
    <div class="share">
      <ParticipantLink />
      <WatcherLink />
      <section class="way">
        <div>
          <h3>{say("share-seat")}</h3>
          <p>{say("share-seat-why")}</p>
        </div>
        <div class="line-up">
          <TakePart />
        </div>
      </section>
    </div>
  );
}
