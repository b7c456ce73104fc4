import type { ComponentChildren } from "preact";
import { locale, say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { lostSince } from "./lost";
import "./foot.css";

/** How latecomers join: the code and the address, `whole` or only the site; or that the board is locked. */
export function Join({ whole = false }: { whole?: boolean }) {
  const { boot, state } = useBoard();
  const link = boot.links.participate;
  const code = boot.qr.participate;
  if (state.meta.value.locked) return <p class="wall-join locked">{say("screen-locked")}</p>;
  if (!link || !code) return null;
  const [site = "", token = ""] = link.replace(/^https?:\/\//, "").split("/join/");
  return (
    <div class="wall-join">
      <p>
        <span>{say("screen-join")}</span>
        <b translate={false}>{site}</b>
        {whole ? <span class="token" translate={false}>{`/join/${token}`}</span> : null}
      </p>
      <img class="wall-code" src={code} alt={say("share-code-of", { what: say("share-participate") })} />
    </div>
  );
}

/** The current problem as one line; null while there is none. */
export function useTrouble(): string | null {
  const board = useBoard();
  const lost = lostSince(board);
  if (lost)
    return say("screen-lost", { time: lost.toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" }) });
  return board.state.notice.value.readonly ? say("screen-readonly") : null;
}

export interface FootProps {
  /** What this page is of all pages, and how far the group is. */
  readonly now?: string | undefined;
  /** What people have to know of this page, in the place of the question. */
  readonly note?: string | undefined;
  /** The line of ideas above it. */
  readonly line?: ComponentChildren;
}

/** The foot, in the same place in every phase: what this is, the question, the way in. */
export function Foot({ now, note, line }: FootProps) {
  const { state } = useBoard();
  const trouble = useTrouble();
  const { question } = state.meta.value;
  return (
    <footer class="wall-foot">
      {line ?? <hr />}
      <div class="say">
        {trouble ? (
          <p class="trouble" role="status">
            <b>{trouble}</b>
          </p>
        ) : now ? (
          <p class="now">{now}</p>
        ) : null}
        {note ? (
          <p class="question">{note}</p>
        ) : (
          <p class="question" dir="auto">
            {question}
          </p>
        )}
      </div>
      <Join />
    </footer>
  );
}
