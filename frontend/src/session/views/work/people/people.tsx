/** Who is in the session, where they work, who needs help; whoever leads assigns, removes and locks here. */

import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { copyText } from "../../../../kit/copy";
import { Dialog } from "../../../../kit/dialog";
import { Menu } from "../../../../kit/menu";
import { say } from "../../../../words/say";
import { linksOf } from "../../../links";
import { useSession } from "../../../use-session";
import { KeptAboutMe } from "../../kept-about-me";
import { Why } from "../../why";
import type { Somebody } from "../text/places";
import { useAsk, useBoardOpen, usePeople } from "../use-work";
import { Name } from "./name";

export function People() {
  const { boot, meta, notice, leads } = useSession();
  const people = usePeople();
  const here = notice.value.here;
  const asking = useAsk();
  const boardOpen = useBoardOpen();
  const owns = boot.role === "lead";
  const link = linksOf(boot).join;
  return (
    <div class="inside">
      {meta.value.acting && leads.value && <p class="small">{say("working-lead-taken")}</p>}
      <ul class="people-list">
        {people.map((person) => (
          <PersonLine key={person.id} person={person} away={here !== null && !here.includes(person.id)} owns={owns} />
        ))}
      </ul>
      {here === null && <p class="small">{say(boardOpen ? "working-here-board" : "working-here-secret")}</p>}
      {link && !meta.value.locked && (
        <Button size="s" icon="copy" onClick={() => void copyText(link, say("working-link-copied"))}>
          {say("working-copy-link")}
        </Button>
      )}
      {owns && (
        <Button
          size="s"
          icon={meta.value.locked ? "unlock" : "lock"}
          busy={asking.busy}
          onClick={() => void asking.run({ do: "lock", locked: !meta.value.locked })}
        >
          {meta.value.locked ? say("working-unlock") : say("working-lock")}
        </Button>
      )}
      <Why text={asking.why} />
      <KeptAboutMe />
    </div>
  );
}

interface LineProps {
  readonly person: Somebody;
  readonly away: boolean;
  readonly owns: boolean;
}

function PersonLine({ person, away, owns }: LineProps) {
  const { roots, me } = useSession();
  const asking = useAsk();
  const [leaving, setLeaving] = useState(false);
  const place = person.taken ? (roots.agenda.value.get(person.taken)?.title ?? person.taken) : null;
  const id = person.id;
  const boardOpen = useBoardOpen();
  return (
    <li>
      <p>
        <Name person={person} away={away} />
        {person.role === "lead" && <span class="small"> {say("working-leads")}</span>}
        {person.decider && <span class="small"> {say("working-decides")}</span>}
      </p>
      {owns && id !== me.value && (
        <Menu
          button={{ look: "plain", icon: "more", "aria-label": say("working-change-person", { name: person.name }) }}
          items={[
            {
              key: "decides",
              label: say("working-decides"),
              checked: person.decider,
              onSelect: () => void asking.run({ do: "assign", person: id, decider: !person.decider }),
            },
            { key: "out", label: say("working-remove"), onSelect: () => setLeaving(true) },
          ]}
        />
      )}
      {(place || person.stuck !== null) && !boardOpen && (
        <p class="small">
          {place && <span dir="auto">{place}</span>}{" "}
          {person.stuck !== null && (
            <b class="is-stuck" dir="auto">
              {person.stuck ? say("working-stuck-on", { note: person.stuck }) : say("working-is-stuck")}
            </b>
          )}
        </p>
      )}
      <Why text={asking.why} />
      <Dialog
        open={leaving}
        size="s"
        onClose={() => setLeaving(false)}
        title={say("working-remove-title", { name: person.name })}
        actions={
          <>
            <Button onClick={() => setLeaving(false)}>{say("working-keep")}</Button>
            <Button look="ink" busy={asking.busy} onClick={() => void asking.run({ do: "remove", person: id })}>
              {say("working-remove")}
            </Button>
          </>
        }
      >
        <p>{say("working-remove-more")}</p>
        <Why text={asking.why} />
      </Dialog>
    </li>
  );
}
