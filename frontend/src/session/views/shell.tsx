/** The frame of every page of a session: the view of the moment, notes, and why the page has ended. */

import { useEffect } from "preact/hooks";
import { Button } from "../../kit/button";
import { spoken, toasts } from "../../kit/feedback";
import { say } from "../../words/say";
import type { Status } from "../endings";
import { useSession } from "../use-session";
import { load, loadAhead, viewNow, viewOf } from "./views";

const ENDED = ["gone", "deleted", "elsewhere", "broken"] as const;

export function Shell() {
  const session = useSession();
  const name = viewNow(session);
  const View = viewOf(name);
  const status = session.status.value;
  useEffect(() => {
    let left = false;
    void load(name, () => !left).then(() => {
      if (name === "session-prepare") return loadAhead(["session-work"]);
      if (name === "session-door")
        return loadAhead([session.meta.peek().state === "plan" ? "session-prepare" : "session-work"]);
      if (name === "session-work") return loadAhead(["session-ended"]);
      return undefined;
    });
    return () => {
      left = true;
    };
  }, [name, session]);
  if (isEnding(status)) return <Closed status={status} />;
  return (
    <>
      <Notes />
      {View && <View />}
    </>
  );
}

function isEnding(status: Status): status is (typeof ENDED)[number] {
  return (ENDED as readonly Status[]).includes(status);
}

function Closed({ status }: { readonly status: (typeof ENDED)[number] }) {
  return (
    <main class="page closed">
      <h1>{say(`work-ended-${status}`)}</h1>
      <p>{say(`work-ended-${status}-more`)}</p>
      {status === "deleted" ? (
        <a class="button quiet size-m" href="/">
          {say("work-to-start")}
        </a>
      ) : (
        <Button onClick={() => location.reload()}>{say("work-load-again")}</Button>
      )}
    </main>
  );
}

/** What concerns the whole page. The last sentence for a moment stands below the others and covers no text. */
function Notes() {
  const { notes, dismissNote, newVersion, reload, status } = useSession();
  const said = toasts.value.at(-1);
  return (
    <>
      <div class="notices session-notes">
        {status.value === "offline" && <p role="status">{say("work-offline")}</p>}
        {newVersion.value && (
          <p role="status">
            {say("work-new-version")} <Button onClick={reload}>{say("work-load-again")}</Button>
          </p>
        )}
        {notes.value.map((note) => (
          <p key={note.id} role="status">
            {note.text()} <Button onClick={() => dismissNote(note.id)}>{say("work-dismiss")}</Button>
          </p>
        ))}
        {said && (
          <p key={said.id}>
            {said.text} {said.action && <Button onClick={said.action.run}>{said.action.label}</Button>}
          </p>
        )}
      </div>
      <p class="visually-hidden" role="status">
        {spoken.value}
      </p>
    </>
  );
}
