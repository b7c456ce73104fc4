/** Side by side: the clock that is shared, my goal, and what the others are at. */

import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Field } from "../../../kit/field";
import { useEdge } from "../../../kit/page/edges";
import { say } from "../../../words/say";
import { LIMITS, type ReportGoal } from "../../../worksession.generated";
import { useDraft } from "../../drafts";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { ClockButtons } from "./acts/bar";
import { Away } from "./away";
import { AboveText } from "./board/above-text";
import { openRow } from "./margin/opened";
import { NewsLine } from "./news-line";
import { Name } from "./people/name";
import { Stuck } from "./people/stuck";
import { BoardOpen } from "./text/beside-board";
import type { Somebody } from "./text/places";
import { Tick } from "./tick";
import { ClockWords } from "./time/clock-words";
import type { Course } from "./time/course";
import { useAsk, useBoardOpen, usePeople } from "./use-work";

export interface SideBySideProps {
  readonly course: Course;
  /** Back to the break or to Finish, for whoever works on through it. */
  readonly onBack: (() => void) | null;
}

export function SideBySide({ course, onBack }: SideBySideProps) {
  const edge = useEdge<HTMLElement>("bottom");
  const boardOpen = useBoardOpen();
  return (
    <>
      <main class="side-by-side">
        {onBack && <Away course={course} onBack={onBack} />}
        <ClockWords course={course} />
        <AboveText course={course} />
        {!boardOpen && <Goals />}
      </main>
      <footer ref={edge} class="bar">
        <NewsLine course={course} />
        <div class="add-buttons">
          {boardOpen && <BoardOpen />}
          {!boardOpen && <Stuck />}
          {!boardOpen && (
            <Button look="plain" onClick={() => openRow("later", { type: true })}>
              {say("working-for-later")}
            </Button>
          )}
          <Button look="plain" onClick={() => openRow("people")}>
            {say("working-people")}
          </Button>
        </div>
        <ClockButtons course={course} calm={boardOpen} />
      </footer>
    </>
  );
}

/** My goal, with how it went, and beside it those of the others. */
export function Goals() {
  const { me, notice } = useSession();
  const people = usePeople();
  const here = notice.value.here;
  const mine = people.find(({ id }) => id === me.value);
  const others = people.filter(({ id }) => id !== me.value);
  return (
    <div class="goals">
      {mine && <MyGoal person={mine} />}
      <ul>
        {others.map((person) => (
          <Goal key={person.id} person={person} away={here !== null && !here.includes(person.id)} />
        ))}
      </ul>
      {others.length === 0 && <p class="empty-words">{say("working-only-you")}</p>}
    </div>
  );
}

function MyGoal({ person }: { readonly person: Somebody }) {
  const [pressed, setChanging] = useState(false);
  // A goal may come from the door, or from another tab.
  const changing = pressed || person.goal === null;
  const asking = useAsk();
  const goal = useDraft("goal", person.goal ?? "");
  const reach = useDraft("reach", person.reach ?? "");
  const save = async (): Promise<void> => {
    const given = { goal: goal.value, reach: reach.value.trim() || null };
    if (await asking.run({ do: "set_goal", ...given })) setChanging(false);
  };
  if (changing) {
    return (
      <form
        class="mine"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          class="large"
          label={say("working-goal")}
          value={goal.value}
          onInput={(value) => {
            goal.value = value;
          }}
          max={LIMITS.goal}
          lines={2}
          onEnter={() => void save()}
        />
        <Field
          label={say("working-reach")}
          value={reach.value}
          onInput={(value) => {
            reach.value = value;
          }}
          max={LIMITS.goal}
        />
        <Why text={asking.why} />
        <p class="acts">
          <Button look="ink" type="submit" busy={asking.busy}>
            {say("working-set-goal")}
          </Button>
        </p>
      </form>
    );
  }
  return (
    <section class={`mine${person.outcome === "done" ? " met" : ""}`}>
      <p>
        <Name person={person} />
      </p>
      <h2 dir="auto">{person.goal}</h2>
      {person.reach && (
        <p class="enough" dir="auto">
          {say("working-enough", { reach: person.reach })}
        </p>
      )}
      <Report person={person} />
      <p class="acts">
        <Button look="plain" size="s" onClick={() => setChanging(true)}>
          {say("working-change-goal")}
        </Button>
      </p>
    </section>
  );
}

const OUTCOMES = ["done", "nearly", "not"] as const;

/** How it went, with a line if one likes. */
function Report({ person }: { readonly person: Somebody }) {
  const asking = useAsk();
  const note = useDraft("outcome-note", person.note ?? "");
  const report = (outcome: ReportGoal["outcome"]) =>
    void asking.run({ do: "report_goal", outcome, note: note.value.trim() || null });
  return (
    <fieldset class="report">
      <legend class="label">{say("working-report")}</legend>
      <p class="acts">
        {OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            size="s"
            aria-pressed={person.outcome === outcome ? "true" : "false"}
            busy={asking.busy}
            onClick={() => report(outcome)}
          >
            {say(`working-outcome-${outcome}`)}
          </Button>
        ))}
      </p>
      {person.outcome && (
        <Field
          label={say("working-outcome-note")}
          value={note.value}
          onInput={(value) => {
            note.value = value;
          }}
          onBlur={() => {
            if (person.outcome && note.value.trim() !== (person.note ?? "")) report(person.outcome);
          }}
          max={LIMITS.note}
        />
      )}
      <Why text={asking.why} />
    </fieldset>
  );
}

function Goal({ person, away }: { readonly person: Somebody; readonly away: boolean }) {
  return (
    <li class={person.outcome === "done" ? "met" : person.stuck === null ? "" : "is-stuck"}>
      <p>
        <Name person={person} away={away} />
      </p>
      {person.goal === null ? <p class="none">{say("working-no-goal")}</p> : <h2 dir="auto">{person.goal}</h2>}
      {person.reach && !person.outcome && person.stuck === null && (
        <p class="enough" dir="auto">
          {person.reach}
        </p>
      )}
      {person.stuck !== null && (
        <p class="enough stuck-note" dir="auto">
          {person.stuck ? say("working-stuck-on", { note: person.stuck }) : say("working-is-stuck")}
        </p>
      )}
      {person.outcome && (
        <p class="outcome">
          {person.outcome === "done" && <Tick />}
          <span>{say(`working-outcome-${person.outcome}`)}</span>
          {person.note && (
            <span class="made" dir="auto">
              {person.note}
            </span>
          )}
        </p>
      )}
    </li>
  );
}
