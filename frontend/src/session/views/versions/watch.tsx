/** The dialog in which a text is watched being made. */

import { Button } from "../../../kit/button";
import { Dialog } from "../../../kit/dialog";
import { type Frame, WHOLE } from "../../../making/play";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { Making } from "./making";
import { useFetched } from "./use-fetched";
import "../../../styles/text-lines.css";
import "./changes.css";
import "../../../styles/making.css";

export function Watch({ onClose }: { readonly onClose: () => void }) {
  const { boot, meta } = useSession();
  const path = `/api/worksessions/${boot.session}/making`;
  const { found, failed, again } = useFetched<{ readonly frames: readonly Frame[] }>(path, (answer) => answer.json());
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return (
    <Dialog
      open
      size="m"
      onClose={onClose}
      title={say("versions-watch")}
      lead={still ? say("versions-watch-steps") : say("versions-watch-lead", { seconds: WHOLE / 1000 })}
    >
      {failed && (
        <p role="alert">
          {say("versions-watch-failed")} <Button onClick={again}>{say("versions-again")}</Button>
        </p>
      )}
      {found && <Making frames={found.frames} versions={meta.value.versions} />}
    </Dialog>
  );
}
