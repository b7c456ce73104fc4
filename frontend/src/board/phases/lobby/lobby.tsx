import { marked } from "../../../kit/marked";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { Bar } from "../../parts/bar/bar";
import { PromiseButton } from "../../parts/bar/promise";
import { Frame, Question } from "../../parts/question";
import { SharePanel } from "../../parts/share/share";
import { FacilitatorLink, isKept } from "../../parts/share/share-facilitator";
import { LobbySettings } from "./lobby-settings";
import "./lobby.css";

/** Arriving: the question, that it worked, and what happens next. */
export function Lobby() {
  const { role } = useBoard().boot;
  return role === "facilitate" ? <Host /> : <Guest />;
}

function Rules() {
  return (
    <section class="rules" aria-labelledby="rules">
      <h2 id="rules">{say("lobby-rules")}</h2>
      <ol>
        {(["many", "plain", "odd", "stuck"] as const).map((rule) => (
          <li key={rule}>
            {marked(say(`lobby-rule-${rule}`), "b", (part) => (
              <strong>{part}</strong>
            ))}
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
        <strong>{say("lobby-in")}</strong> {say("lobby-here", { count: here })} <span>{say("lobby-starts")}</span>
      </p>
      <Rules />
      <PromiseButton look="quiet" />
    </div>
  );
}

function Host() {
  const board = useBoard();
  const { state } = board;
  const { here } = state.counts.value;
  const kept = isKept(board).value;
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
          <strong>{say("lobby-waiting", { count: here })}</strong>
        </p>
        <LobbySettings />
      </div>
      <aside class="let-in" aria-labelledby="let-in">
        <h2 id="let-in">{say("share-title")}</h2>
        <SharePanel />
      </aside>
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
