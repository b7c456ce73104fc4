import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../kit/button";
import { lazy } from "../../kit/lazy";
import { say } from "../../words/say";

const ShareDialog = lazy(async () => (await import("./share-dialog")).ShareDialog, "share");
const BoardDialog = lazy(
  async () => (await import("./board-dialog")).BoardDialog,
  "share",
  "settings",
  "keep",
  "files",
);

/** Where a board that begins past the lobby is entered first; as in `board/web/imports.py`. */
const SHARE = "#share";

/** Opens the ways in. They stand open once on a board that nobody was let in to yet. */
export function ShareButton() {
  const open = useSignal(false);
  useEffect(() => {
    if (location.hash !== SHARE) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    open.value = true;
  }, []);
  return (
    <>
      <Button
        icon="share"
        class="share-button"
        aria-label={say("board-share-named")}
        onClick={() => (open.value = true)}
      >
        <span class="wide">{say("board-share")}</span>
      </Button>
      <ShareDialog open={open.value} onClose={() => (open.value = false)} />
    </>
  );
}

/** Opens what belongs to the board: its wording, the facilitator's link, the door, files, deleting. */
export function BoardButton() {
  const open = useSignal(false);
  return (
    <>
      <Button
        icon="settings"
        class="share-button board-button"
        aria-label={say("board-own-named")}
        onClick={() => (open.value = true)}
      >
        <span class="wide">{say("board-own")}</span>
      </Button>
      <BoardDialog open={open.value} onClose={() => (open.value = false)} />
    </>
  );
}
