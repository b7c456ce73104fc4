import { type Signal, useSignal } from "@preact/signals";
import { views } from "../../words/views";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Icon } from "../parts/icon";
import type { Role } from "../types";
import { copyText } from "./copy";
import { told } from "./say";
import { Keeping } from "./share-keeping";
import { TakeAway } from "./take-away";
import { useBoard } from "./use-board";
import "./share.css";

function CopyLink({ link, what }: { link: Role; what: string }) {
  const { links } = useBoard().boot;
  const url = links[link];
  if (!url) {
    return null;
  }
  return (
    <Button
      icon="copy"
      aria-label={`${views.share.copyLink}: ${what}`}
      onClick={() => copyText(url, views.share.copied(what))}
    >
      {views.share.copyLink}
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
    <img class={large ? "qr large" : "qr"} src={source} alt={views.share.qr(what)} width="160" height="160" />
  ) : null;
}

function ParticipantLink() {
  const { links } = useBoard().boot;
  const large = useSignal(false);
  const what = views.share.participate;
  return (
    <section class="way main">
      <button type="button" class="qr-button" aria-label={views.share.larger} onClick={() => (large.value = true)}>
        <QrCode link="participate" what={what} />
      </button>
      <div>
        <h3>{what}</h3>
        <p>{views.share.participateWhy}</p>
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
  const what = views.share.watch;
  return (
    <section class="way stacked">
      <div>
        <h3>{what}</h3>
        <p>{views.share.watchWhy}</p>
      </div>
      <div class="line-up">
        <a class="button quiet" href={`/boards/${board}?as=watch`} target="_blank" rel="noopener">
          <Icon name="screen" />
          {views.share.open}
        </a>
        {links.watch ? (
          <>
            <CopyLink link="watch" what={what} />
            <Button onClick={() => (large.value = true)}>{views.share.code}</Button>
            <LargeCode link="watch" what={what} open={large} />
          </>
        ) : null}
      </div>
    </section>
  );
}

function FacilitatorLink() {
  const { links } = useBoard().boot;
  const shown = useSignal(false);
  if (!links.facilitate) {
    return null;
  }
  const what = views.share.facilitate;
  return (
    <section class={shown.value ? "way stacked" : "way"}>
      <div>
        <h3>{what}</h3>
        <p>{views.share.facilitateWhy}</p>
      </div>
      <div class="line-up">
        <Button
          icon={shown.value ? "hide" : "link"}
          aria-expanded={shown.value ? "true" : "false"}
          onClick={() => (shown.value = !shown.value)}
        >
          {shown.value ? views.share.facilitateHide : views.share.facilitateShow}
        </Button>
        {shown.value ? <CopyLink link="facilitate" what={what} /> : null}
      </div>
      {shown.value ? (
        <div class="secret">
          <QrCode link="facilitate" what={what} />
          <Address url={links.facilitate} />
        </div>
      ) : null}
    </section>
  );
}

function Door() {
  const { commands, state } = useBoard();
  const { locked } = state.meta.value;
  return (
    <section class="way">
      <div>
        <h3>{views.share.door}</h3>
        <p>{locked ? views.share.doorLocked : views.share.doorOpen}</p>
      </div>
      <div class="line-up">
        <Button
          icon={locked ? "unlock" : "lock"}
          onClick={async () => told(await commands.changeSettings({ locked: !locked }))}
        >
          {locked ? views.share.unlock : views.share.lock}
        </Button>
      </div>
    </section>
  );
}

/** The ways in, each with what it is for. In the lobby it stands open, later it is one press away. */
export function SharePanel() {
  return (
    <div class="share">
      <ParticipantLink />
      <WatcherLink />
      <section class="way">
        <div>
          <h3>{views.share.seat}</h3>
          <p>{views.share.takePartWhy}</p>
        </div>
        <div class="line-up">
          <TakePart />
        </div>
      </section>
      <Door />
      <FacilitatorLink />
      <Keeping />
    </div>
  );
}

/** The facilitator's own seat, in a tab of its own. */
export function TakePart() {
  const { board } = useBoard().boot;
  return (
    <a class="button quiet" href={`/boards/${board}?as=participate`} target="_blank" rel="noopener">
      <Icon name="edit" />
      {views.share.takePart}
    </a>
  );
}

export interface ShareDialogProps {
  open: boolean;
  onClose: () => void;
}

/** The ways in, in a dialog. */
export function ShareDialog({ open, onClose }: ShareDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={views.share.title} size="m">
      <div class="share">
        <SharePanel />
        <TakeAway />
      </div>
    </Dialog>
  );
}
