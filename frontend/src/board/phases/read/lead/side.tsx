import { useSignal } from "@preact/signals";
import { Button } from "../../../../kit/button";
import { succeeded } from "../../../../kit/feedback";
import { keepFocus } from "../../../../kit/page/focus";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { useLookAlikes } from "../alike/look-alikes";
import { useReading } from "../reading";
import { AskedSoFar } from "./asked-so-far";
import "./side.css";

/** Beside what the facilitator reads: which ideas look alike, which they joined, and what people ask. */
export function Side() {
  const reading = useReading();
  return (
    <aside class="read-side" aria-label={say("read-side")}>
      {reading.comparing.value ? null : <Alike />}
      <Joined />
      <AskedSoFar />
    </aside>
  );
}

function Alike() {
  const reading = useReading();
  const alike = useLookAlikes();
  const busy = useSignal(false);
  const { pair, at, count } = alike.now();
  if (!pair)
    return (
      <section>
        <h2>{say("read-alike")}</h2>
        <p class="small">{say("read-alike-none")}</p>
      </section>
    );
  const numbers = { one: String(pair.one.number), other: String(pair.other.number) };
  const join = async () => {
    busy.value = true;
    keepFocus(".read-side .join", ".read-side button", "#stage h1");
    await alike.join(pair);
    busy.value = false;
  };
  return (
    <section>
      <h2>{count > 1 ? say("read-alike-of", { at: at + 1, count }) : say("read-alike")}</h2>
      <ul class="alike-cards">
        {[pair.one, pair.other].map((idea) => (
          <li key={idea.id}>
            <b translate={false}>{idea.number}</b>
            <span class="text" dir="auto">
              {idea.text}
            </span>
          </li>
        ))}
      </ul>
      <div class="line-up">
        <Button class="join" busy={busy.value} onClick={() => void join()}>
          {say("read-join", numbers)}
        </Button>
        <Button
          look="plain"
          onClick={() => {
            keepFocus("#stage h1");
            reading.comparing.value = true;
          }}
        >
          {say("read-compare")}
        </Button>
      </div>
      <p class="small">{say("read-join-note")}</p>
    </section>
  );
}

/** What was put together here, each undone with one press. */
function Joined() {
  const { commands, state } = useBoard();
  const merges = state.merges.value;
  if (merges.length === 0) return null;
  return (
    <section>
      <h2>{say("read-joined-so-far")}</h2>
      <ul class="joined">
        {merges.map((merge) => {
          const ideas = Object.keys(merge.moved).flatMap((id) => state.idea(id).value ?? []);
          const numbers = ideas.map(({ number }) => number ?? 0).sort((a, b) => a - b);
          const letter = state.cluster(merge.into).value?.letter ?? "";
          return (
            <li key={merge.id}>
              <span>{say("read-joined-line", { numbers: numbers.join(", "), letter })}</span>
              <Button
                look="plain"
                size="s"
                aria-label={say("read-apart", { numbers: numbers.join(", ") })}
                onClick={() => {
                  keepFocus(".read-side button", "#stage h1");
                  void commands.undoMerge(merge.id).then(succeeded);
                }}
              >
                {say("board-undo")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
