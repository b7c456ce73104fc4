import { Icon } from "../../kit/icon";
import { views } from "../../words/views";
import { useBoard } from "./use-board";

/** Saved, saving, offline: the three honest states. Only an answered thing is saved. */
export function SavedMark() {
  const { boot, own, state, status } = useBoard();
  const saved = state.saved.value;
  const offline = saved.kind === "offline" || status.value === "offline";
  if (offline) {
    const waiting = saved.kind === "saved" ? 0 : saved.waiting;
    return (
      <span class="saved-mark offline" title={views.saved.offlineHint}>
        <Icon name="offline" />
        {views.saved.offline(waiting)}
      </span>
    );
  }
  if (saved.kind === "saving") {
    return <span class="saved-mark">{views.saved.saving}</span>;
  }
  const given = own.ideas.value.length > 0 || state.you.value.ballot !== null || state.you.value.consent !== null;
  if (boot.role !== "participate" || !given) {
    return null;
  }
  return (
    <span class="saved-mark ok">
      <Icon name="check" />
      <span class="word">{views.saved.saved}</span>
    </span>
  );
}
