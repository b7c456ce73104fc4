import { useFit } from "../../../../kit/fit";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { Join } from "../../../parts/wall/foot";
import { Wall } from "../../../parts/wall/frame";
import "../../../parts/wall/base.css";

const SIZES = [12.5, 10.6, 9, 7.6, 6.4, 5.4, 4.6, 3.8];

/** Welcome on the big screen: what it is about, and the way in. */
export function WatchLobby() {
  const { state } = useBoard();
  const { question, problem, constraint } = state.meta.value;
  const [box] = useFit<HTMLDivElement>(`${question}${problem}${constraint}`, SIZES);
  return (
    <Wall class="watch-lobby" bare>
      <div class="wall-fit" ref={box}>
        <h1 class="fitted" dir="auto">
          {question}
        </h1>
        {problem ? (
          <p class="frames" dir="auto">
            {problem}
          </p>
        ) : null}
        {constraint ? (
          <p class="frames" dir="auto">
            {constraint}
          </p>
        ) : null}
      </div>
      <div class="base">
        <p class="wall-arrived" aria-live="off">
          {say("screen-here", { count: state.counts.value.here })}
        </p>
        <Join whole />
      </div>
    </Wall>
  );
}
