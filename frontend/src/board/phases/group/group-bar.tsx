import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { Bar } from "../../parts/bar/bar";
import { Count } from "../../parts/bar/counts";
import { OpenTheVote } from "../../parts/open-vote/open-the-vote";
import { Ready } from "../../parts/ready/later";
import { Find } from "./find/later";
import { Merges } from "./merges/merges";
import { useWall } from "./wall/use-wall";
import { LOOSE } from "./wall/wall";
import "./group-bar.css";

/** The footer of Group: counts, find, and what can be taken back; the frame adds the way on. */
export function GroupBar() {
  const wall = useWall();
  const last = wall.board.undo.last.value;
  return (
    <Bar
      start={<Counts />}
      middle={
        <>
          <div class="find-room">
            <Find />
          </div>
          {wall.free.value ? <Merges /> : null}
        </>
      }
      actions={
        <>
          {wall.free.value ? (
            <Button
              icon="undo"
              class="undo"
              aria-disabled={last ? undefined : "true"}
              onClick={() => (last ? void import("./acts").then(({ undo }) => undo(wall)) : undefined)}
            >
              <span class="undo-words">{last?.label ?? say("group-undo")}</span>
            </Button>
          ) : null}
          <Ready />
          {wall.facilitates ? <OpenTheVote /> : null}
        </>
      }
    />
  );
}

function Counts() {
  const wall = useWall();
  const { shown, hidden } = wall.standing.value;
  const loose = wall.count(LOOSE).value.shown;
  return (
    <>
      <Count of={say("group-grouped", { count: shown - loose })} />
      <Count of={say("group-not-yet", { count: loose })} class="not-yet" />
      {hidden ? <Count of={say("board-count-hidden", { count: hidden })} /> : null}
    </>
  );
}
