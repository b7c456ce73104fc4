/** The text to read, one press away from being written. */

import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { lazy } from "../../../../kit/lazy";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { CopyFormatted } from "../../copy-formatted";
import { TextDocument, Unwritten } from "./document";

export const Writing = lazy(() => import("./writing").then((part) => part.Writing), "editor");

/** `writes`: the editor comes first. */
export function Paper({ writes }: { readonly writes: boolean }) {
  const { me } = useSession();
  const person = me.value;
  const [editing, setEditing] = useState(writes);
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
