/** The text to read; for whoever leads, one press away from being changed. */

import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { lazy } from "../../../../kit/lazy";
import { say } from "../../../../words/say";
import { useDraft } from "../../../drafts";
import { useSession } from "../../../use-session";
import { TextDocument, Unwritten } from "./document";

const Editor = lazy(() => import("./editor").then((part) => part.Editor));

/** `writes`: the field comes first, and what is typed is kept by itself. */
export function Paper({ writes }: { readonly writes: boolean }) {
  const { meta, leads } = useSession();
  // What was typed before a reload is not hidden by it.
  const typed = useDraft("text-after").peek() !== "";
  const [editing, setEditing] = useState(leads.value && (writes || typed));
  if (editing) {
    return (
      <>
        <Editor auto={meta.value.kind === "individual"} onDone={() => setEditing(false)} />
        <Unwritten />
      </>
    );
  }
  return (
    <>
      <TextDocument />
      {leads.value && (
        <p class="edit-text">
          <Button look="plain" icon="edit" onClick={() => setEditing(true)}>
            {say("working-edit-text")}
          </Button>
        </p>
      )}
    </>
  );
}
