/** The text to read, one press away from being written. */

import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { lazy } from "../../../../kit/lazy";
import { say } from "../../../../words/say";
import { keepsWords } from "../../../text/kept-here";
import { useSession } from "../../../use-session";
import { CopyFormatted } from "../../copy-formatted";
import { TextDocument, Unwritten } from "./document";

export const Writing = lazy(() => import("./writing").then((part) => part.Writing), "editor");

/** `writes`: the editor comes first. It does for whoever has words that are not in the text, too. */
export function Paper({ writes }: { readonly writes: boolean }) {
  const { boot, me } = useSession();
  const person = me.value;
  // Words that a board or a reload cut off are sent from the editor, or stand there to be copied.
  const [editing, setEditing] = useState(() => writes || (person !== null && keepsWords(boot.session, person)));
  if (editing && person !== null) {
    return (
      <>
        <Writing person={person} onDone={() => setEditing(false)} />
        <Unwritten />
      </>
    );
  }
  return (
    <>
      <TextDocument />
      {person !== null && (
        <p class="edit-text">
          <Button look="plain" icon="edit" onClick={() => setEditing(true)}>
            {say("working-edit-text")}
          </Button>
          <CopyFormatted words={say("working-copy")} done={say("working-copied")} failed={say("working-copy-failed")} />
        </p>
      )}
    </>
  );
}
