import { share as words } from "../../words/share";
import { welcome } from "../../words/welcome";
import { Bar } from "../shell/bar";
import { PromiseButton } from "../shell/promise";
import { SharePanel } from "../shell/share";
import { FacilitatorLink, isKept } from "../shell/share-facilitator";
import { Address, QrCode } from "../shell/share-links";
import { useBoard } from "../shell/use-board";
import { LobbySettings } from "./lobby-settings";
import { Frame, Question } from "./question";
import "./lobby.css";

/** Arriving: the question, that it worked, and what happens next. */
export function Lobby() {
  const { role } = useBoard().boot;
  return role === "facilitate" ? <Host /> : role === "watch" ? <Wall /> : <Guest />;
}

function Rules() {
  return (
    <section class="rules" aria-labelledby="rules">
      <h2 id="rules">{welcome.lobby.rulesTitle}</h2>
      <ol>
        {welcome.lobby.rules.map(([what, why]) => (
          <li key={what}>
            <strong>{what}</strong> {why}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Guest() {
  const { here } = useBoard().state.counts.value;
  return (
    <div class="page lobby guest">
      <Question />
      <Frame />
      <p class="arrived" role="status">
        <strong>{welcome.lobby.in}</strong> {welcome.lobby.here(here)} <span>{welcome.lobby.starts}</span>
      </p>
      <Rules />
      <PromiseButton look="quiet" />
    </div>
  );
}

function Host() {
  const { boot, state } = useBoard();
  const { here } = state.counts.value;
  const kept = isKept(boot.board).value;
  return (
    <div class="page wide lobby host">
      <div class="ready">
        <Question />
        {kept ? null : (
          <div class="share">
            <FacilitatorLink heading="h2" />
          </div>
        )}
        <Frame />
        <p class="arrived" role="status">
          <strong>{welcome.lobby.waiting(here)}</strong>
        </p>
        <LobbySettings />
      </div>
      <aside class="let-in" aria-labelledby="let-in">
        <h2 id="let-in">{words.title}</h2>
        <SharePanel without={!kept} />
      </aside>
    </div>
  );
}

function Wall() {
  const { boot, state } = useBoard();
  const { here } = state.counts.value;
  return (
    <div class="big-screen lobby">
      <div class="say">
        <Question />
        <p class="how">{welcome.lobby.joinHow}</p>
        <Address url={boot.links.participate} />
        <p class="arrived" aria-live="off">
          <strong>{welcome.lobby.waiting(here)}</strong>
        </p>
      </div>
      <QrCode link="participate" what={words.participate} large />
    </div>
  );
}

export function LobbyBar() {
  const { boot } = useBoard();
  if (boot.role !== "facilitate") {
    return null;
  }
  return <Bar />;
}
