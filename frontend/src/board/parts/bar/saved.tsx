import { Icon } from "../../../kit/icon";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";

/** Saved, saving, offline: the three honest states. Only an answered thing is saved. */
export function SavedMark() {
  const { boot, own, state, status } = useBoard();
  const saved = state.saved.value;
  const offline = saved.kind === "offline" || status.value === "offline";
  if (offline) {
    const waiting = saved.kind === "saved" ? 0 : saved.waiting;
    return (
      <span class="saved-mark offline" title={say("board-offline-hint")}>
        <Icon name="offline" />
        {waiting === 0 ? say("board-offline") : say("board-offline-waiting", { count: waiting })}
      </span>
    );
  }
  if (saved.kind === "saving") {
    return <span class="saved-mark">{say("board-saving")}</span>;
  }
  const given = own.ideas.value.length > 0 || state.you.value.ballot !== null || state.you.value.consent !== null;
  if (boot.role !== "participate" || !given) {
    return null;
  }
  return (
    <span class="saved-mark ok">
      <Icon name="check" />
      <span class="word">{say("board-saved")}</span>
    </span>
  );
}
