import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { lazy } from "../../../kit/lazy";
import { useSession } from "../../use-session";

const Watch = lazy(() => import("./watch").then((part) => part.Watch), "versions");

/** Opens the text as it grew, once it has grown. `words`: what the button says. */
export function WatchButton({ words }: { readonly words: string }) {
  const { versions } = useSession().meta.value;
  const [open, setOpen] = useState(false);
  if (versions.length < 2) return null;
  return (
    <>
      <Button look="plain" icon="play" onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open && <Watch onClose={() => setOpen(false)} />}
    </>
  );
}
