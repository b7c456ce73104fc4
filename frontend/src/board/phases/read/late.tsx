import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { lazy } from "../../../kit/lazy";
import { say } from "../../../words/say";
import { useAdmission } from "../../actions/admit";
import { useBoard } from "../../engine/use-board";
import { OwnItem } from "../../parts/ideas/own-ideas";
import { useSecondsUntil } from "../../parts/time/countdown";
import "./late.css";

const Composer = lazy(async () => (await import("../../parts/ideas/composer")).Composer);

/** States of my ideas that are not on the board (yet). */
const NOT_HERE: ReadonlySet<string> = new Set(["late", "sending", "refused"]);

/** The late tray, for the facilitator: how many came late, and one press that lets them in. */
export function LateTray() {
  const { boot, state } = useBoard();
  const { late, busy, admit } = useAdmission();
  const held = useSecondsUntil(state.timer.value.admitAt);
  if (boot.role !== "facilitate" || late === 0) {
    return null;
  }
  return (
    <section class="late-tray">
      <p>
        <strong>{say("read-late", { count: late })}</strong>{" "}
        {held === null ? say("read-late-why") : say("read-late-held", { count: late })}
      </p>
      <Button busy={busy || held !== null} onClick={() => void admit()}>
        {held === null ? say("read-admit", { count: late }) : say("read-admit-in", { seconds: held })}
      </Button>
    </section>
  );
}

/** One's own that came late and are not let in yet; and a way to add one more. */
export function OwnLate() {
  const { boot, own, state } = useBoard();
  const adding = useSignal(false);
  const waiting = own.ideas.value.filter((idea) => NOT_HERE.has(idea.state));
  // It stands below the ideas: shown before them it would be pushed down by them.
  if (boot.role !== "participate" || !state.ready.value) {
    return null;
  }
  return (
    <section class="own-late">
      {waiting.length > 0 ? (
        <>
          <h2>{say("read-yours-late")}</h2>
          <ul>
            {waiting.map((idea) => (
              <OwnItem key={idea.id} idea={idea} />
            ))}
          </ul>
        </>
      ) : null}
      {adding.value ? (
        <Composer hint={say("own-late-hint")} />
      ) : (
        <Button icon="plus" onClick={() => (adding.value = true)}>
          {say("read-add-late")}
        </Button>
      )}
    </section>
  );
}
