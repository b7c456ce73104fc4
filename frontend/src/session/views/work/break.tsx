/** The break: when it is over, who is back, and nothing else. The text is behind "Keep working". */

import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { ClockButtons } from "./acts/bar";
import { NewsLine } from "./news-line";
import { Name } from "./people/name";
import type { Course } from "./time/course";
import { face, timeOfDay } from "./time/face";
import { useAsk, usePeople } from "./use-work";

export function Break({ course, onWork }: { readonly course: Course; readonly onWork: () => void }) {
  const { roots, notice, myself, now } = useSession();
  const people = usePeople();
  const asking = useAsk();
  const here = notice.value.here;
  const back = people.filter((person) => person.back);
  const all = people.filter((person) => here === null || person.back || here.includes(person.id)).length;
  const conditions = [...roots.conditions.value.values()];
  const met = conditions.filter((condition) => condition.met).length;
  const over = course.left <= 0;
  const away = myself.value !== null && !myself.value.back;
  return (
    <main class="break">
      <h1>
        <span>{say("working-back-at")}</span>
        <span class="num">{timeOfDay(now.value + course.left)}</span>
      </h1>
      <p class="so">
        {over
          ? say("working-break-over", { late: face(-course.left) })
          : say("working-break-left", { left: face(course.left) })}{" "}
        {conditions.length > 0 && say("working-met-of", { met, all: conditions.length })}
      </p>
      <div class="here">
        {away && (
          <Button look="go" size="l" busy={asking.busy} onClick={() => void asking.run({ do: "back" })}>
            {say("working-im-back")}
          </Button>
        )}
        {people.length > 1 && (
          <p class="who" role="status">
            {back.map((person) => (
              <Name key={person.id} person={person} />
            ))}
            <span>{say("working-back-of", { back: back.length, all })}</span>
          </p>
        )}
        <Button look="plain" class="keep" onClick={onWork}>
          {say("working-keep-working")}
        </Button>
      </div>
      <Why text={asking.why} />
      <footer>
        <NewsLine course={course} unlike="over" />
        <ClockButtons course={course} calm={away} />
      </footer>
    </main>
  );
}
