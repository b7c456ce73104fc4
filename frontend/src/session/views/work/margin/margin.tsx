/** The right margin: people, then one row for each thing that opens. Below 1200 px it is a drawer. */

import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { lazy } from "../../../../kit/lazy";
import { composing } from "../../../../kit/text/input";
import { say } from "../../../../words/say";
import type { Session } from "../../../engine";
import { useSession } from "../../../use-session";
import { isAlone } from "../../../verdicts";
import { AskButton } from "../board/ask-button";
import { Name } from "../people/name";
import { timeOfDay } from "../time/face";
import { useBoardOpen, usePeople } from "../use-work";
import { closeDrawer, drawer, opened, type Row, typing } from "./opened";
import { question } from "./question";

const CONTENT: Readonly<Record<Row, ComponentType>> = {
  agenda: lazy(() => import("./agenda").then((part) => part.Agenda)),
  tasks: lazy(() => import("./tasks").then((part) => part.Tasks)),
  later: lazy(() => import("./later").then((part) => part.Later)),
  agreed: lazy(() => import("./agreed").then((part) => part.Agreed)),
  people: lazy(() => import("../people/people").then((part) => part.People)),
  earlier: lazy(() => import("./earlier").then((part) => part.Earlier), "versions"),
};
const Question = lazy(() => import("./answer").then((part) => part.Question), "level");

export function Margin() {
  const session = useSession();
  const { notice } = session;
  const people = usePeople();
  const here = notice.value.here;
  const asked = question(session);
  const boardOpen = useBoardOpen();
  const box = useRef<HTMLElement>(null);
  const open = drawer.value;
  useEffect(() => {
    if (open && typing.peek() === null) box.current?.querySelector<HTMLElement>(".drawer-close")?.focus();
  }, [open]);
  const answers = typing.value === "question";
  useEffect(() => {
    if (!answers) return;
    box.current?.querySelector<HTMLElement>(".question :is(input, button)")?.focus();
    typing.value = null;
  }, [answers]);
  return (
    <aside
      ref={box}
      id="margin"
      class={`margin${open ? " open" : ""}`}
      aria-label={say("working-margin")}
      onKeyDown={(event) => {
        // A dialog or a menu that opened from the drawer closes first.
        const inner = event.target instanceof Element && event.target.closest("dialog, [popover]");
        if (event.key === "Escape" && open && !inner && !composing(event)) closeDrawer();
      }}
    >
      <Button class="drawer-close" look="plain" icon="close" aria-label={say("working-close")} onClick={closeDrawer} />
      {people.length > 1 && (
        <p class="who">
          {people.slice(0, 8).map((person) => (
            <Name key={person.id} person={person} away={here !== null && !here.includes(person.id)} />
          ))}
          {people.length > 8 && <span>{say("working-more-people", { count: people.length - 8 })}</span>}
        </p>
      )}
      {!boardOpen && questions(session, asked).map((id) => <Question key={id} id={id} />)}
      <div class="rows">
        {rows(session).map(({ row, words, sum }) => (
          <MarginRow key={row} row={row} words={words} sum={sum} />
        ))}
      </div>
      <AskButton />
    </aside>
  );
}

function MarginRow({ row, words, sum }: { readonly row: Row; readonly words: string; readonly sum: string }) {
  const open = opened.value === row;
  const Content = CONTENT[row];
  return (
    <section class={open ? "open" : ""}>
      <h2>
        <button
          type="button"
          aria-expanded={open ? "true" : "false"}
          aria-controls={`margin-${row}`}
          onClick={() => {
            opened.value = open ? null : row;
            typing.value = null;
          }}
        >
          <span>{words}</span>
          <span class="sum">{sum}</span>
        </button>
      </h2>
      <div id={`margin-${row}`} hidden={!open}>
        {open && <Content />}
      </div>
    </section>
  );
}

/** What is asked now: what waits for this person first, then what the others still answer. */
function questions({ roots }: Session, asked: string | null): string[] {
  const open = [...roots.agreements.value].filter(([, agreement]) => agreement.open).map(([id]) => id);
  return open.sort((a, b) => Number(b === asked) - Number(a === asked));
}

interface RowWords {
  readonly row: Row;
  readonly words: string;
  readonly sum: string;
}

function rows({ roots, meta }: Session): RowWords[] {
  const tasks = [...roots.tasks.value.values()].filter(({ state }) => state !== "dropped");
  const done = tasks.filter(({ state }) => state === "done").length;
  const closed = [...roots.agreements.value.values()].filter(({ open }) => !open).length;
  const last = meta.value.versions.at(-1);
  const count = (number: number): string => (number > 0 ? String(number) : "");
  const alone = roots.people.value.size <= 1;
  const all: (RowWords | null)[] = [
    { row: "agenda", words: say("working-agenda"), sum: "" },
    {
      row: "tasks",
      words: say("working-tasks"),
      sum: tasks.length > 0 ? say("working-of", { done, all: tasks.length }) : "",
    },
    {
      row: "later",
      words: say("working-for-later"),
      sum: count([...roots.parked.value.values()].filter((one) => one.as === null).length),
    },
    { row: "agreed", words: alone ? say("working-decided") : say("working-agreed"), sum: count(closed) },
    alone && isAlone(meta.value.kind) ? null : { row: "people", words: say("working-people"), sum: "" },
    { row: "earlier", words: say("working-earlier"), sum: last ? timeOfDay(last.at) : "" },
  ];
  return all.filter((one) => one !== null);
}
