import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { grow, sends } from "../../../kit/text/input";
import { length, trimmed } from "../../../kit/text/rules";
import { textSize } from "../../../kit/text/size";
import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { KeptAboutMe } from "../kept-about-me";
import { joinAs, lastName } from "../name-field";
import { PersonName } from "../person-name";
import { SentenceLine } from "../sentence-line";
import { where } from "./where";

const LONG = 60;
/** People who are named; of the others it says how many they are. */
const NAMED = 6;

/** What it is, who is here, and the name to come in by. */
export function Door() {
  const { meta, roots, now } = useSession();
  const { artifact } = meta.value.contract;
  useEffect(() => {
    document.title = artifact;
  }, [artifact]);
  return (
    <div class="door">
      <header class="door-top">
        <a class="mark" href="/" translate={false}>
          Shortlist
        </a>
      </header>
      <main id="main">
        <div class="door-says">
          <p class="where">{where(meta.value, roots.agenda.value, now.value)}</p>
          <h1 class={textSize(artifact, LONG)} dir="auto">
            {artifact}
          </h1>
          <SentenceLine untitled />
          <Here />
        </div>
        {meta.value.locked ? <Locked /> : <Join />}
      </main>
    </div>
  );
}

function Here() {
  const { roots, notice } = useSession();
  const here = [...roots.people.value].filter(([id, one]) => !one.removed && notice.value.here?.includes(id));
  if (here.length === 0) return <p class="here">{notice.value.here === null ? "" : say("door-here-nobody")}</p>;
  return (
    <p class="here">
      {here.slice(0, NAMED).map(([id, person]) => (
        <PersonName key={id} person={person} />
      ))}
      {here.length > NAMED ? <span>{say("door-here-more", { count: here.length - NAMED })}</span> : null}
      <span>{say("door-here", { count: here.length })}</span>
    </p>
  );
}

function Locked() {
  return (
    <section class="join">
      <h2>{say("door-locked")}</h2>
      <p>{say("door-locked-more")}</p>
    </section>
  );
}

function Join() {
  const session = useSession();
  const { meta } = session;
  const name = useSignal(lastName());
  const goal = useSignal("");
  const why = useSignal("");
  const busy = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const asksGoal = meta.value.kind === "coworking";
  useEffect(() => {
    // On a phone the keyboard would hide what the door says.
    if (matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, []);
  const join = async (): Promise<void> => {
    const aim = trimmed(goal.peek());
    const over = length(aim) - LIMITS.goal;
    if (over > 0) {
      why.value = say("door-too-long", { count: over });
      return;
    }
    busy.value = true;
    why.value = await joinAs(session, name, say("door-name-missing"));
    if (why.value) field.current?.focus();
    // The page shows what comes next by itself; a goal that was not taken can be written there.
    else if (asksGoal && aim) await session.ask({ do: "set_goal", goal: aim });
    busy.value = false;
  };
  return (
    <form
      class="join"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy.peek()) void join();
      }}
    >
      <label>
        <span>{say("door-name")}</span>
        <input
          ref={field}
          value={name.value}
          dir="auto"
          autocomplete="given-name"
          aria-invalid={why.value ? "true" : undefined}
          aria-describedby="door-why"
          onInput={(event) => {
            name.value = event.currentTarget.value;
            why.value = "";
          }}
        />
      </label>
      {asksGoal ? (
        <label>
          <span>{say("door-goal")}</span>
          <textarea
            rows={1}
            value={goal.value}
            dir="auto"
            autocomplete="off"
            placeholder={say("door-goal-example")}
            onInput={(event) => {
              goal.value = event.currentTarget.value;
              grow(event.currentTarget);
            }}
            onKeyDown={(event) => {
              // One sentence, which may need a second line; Enter joins, as in the field above.
              if (!sends(event)) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
      ) : null}
      <p class="wrong" id="door-why" role="alert">
        {why.value}
      </p>
      <Button look="go" size="l" type="submit" busy={busy.value}>
        {say("door-join")}
      </Button>
      <p class="small">{meta.value.decision ? say("door-privacy-decision") : say("door-privacy")}</p>
      <KeptAboutMe />
    </form>
  );
}
