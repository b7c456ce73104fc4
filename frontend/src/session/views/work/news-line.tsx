import { useEffect } from "preact/hooks";
import { Button } from "../../../kit/button";
import { announce } from "../../../kit/feedback";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import type { Session } from "../../engine";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { openQuestion } from "./margin/opened";
import { question } from "./margin/question";
import { type News, news } from "./news";
import type { Course } from "./time/course";
import { face, timeOfDay } from "./time/face";
import { nameOf, useAsk, useClockRights } from "./use-work";

interface NewsLineProps {
  readonly course: Course;
  /** What the page says in another place. */
  readonly unlike?: News["is"];
}

/** What happens now, in one sentence with at most one thing to press. It never covers the text, and moves nothing. */
export function NewsLine({ course, unlike }: NewsLineProps) {
  const session = useSession();
  const { meta, notice, now } = session;
  const [first] = news({
    now: now.value,
    act: meta.value.clock?.act ?? null,
    left: course.left,
    leadGone: notice.value.lead_gone,
    leftOpen: notice.value.left_open,
    question: question(session),
  }).filter(({ is }) => is !== unlike);
  const words = first ? wordsOf(session, first, course) : "";
  // The countdowns change every second; only the first sentence of each is spoken.
  const spoken = first ? `${first.is} ${first.is === "act" ? first.act.at : ""}` : "";
  useEffect(() => {
    if (words) announce(words);
  }, [spoken]);
  return (
    <section class="news" aria-label={say("working-news")}>
      {first && (
        <>
          <p>{words}</p>
          <Act first={first} />
        </>
      )}
    </section>
  );
}

function wordsOf({ roots, me }: Session, first: News, course: Course): string {
  if (first.is === "over") {
    const item = isolated(course.current.title);
    const next = course.coming[0];
    return next
      ? say("working-over-next", { item, next: isolated(next.title), minutes: Math.round(next.length / 60) })
      : say("working-over", { item });
  }
  if (first.is === "leaderless") {
    return first.left > 0 ? say("working-lead-gone", { left: face(first.left) }) : say("working-lead-free");
  }
  if (first.is === "left-open") return say("working-left-open", { time: timeOfDay(first.since) });
  if (first.is === "question") return say("working-question");
  const { act } = first;
  const item = isolated(roots.agenda.value.get(act.item)?.title ?? "");
  return act.person === me.value
    ? say(`working-did-${act.what}`, { item })
    : say(`working-act-${act.what}`, {
        name: isolated(nameOf(roots.people.value, act.person, say("working-somebody"))),
        item,
      });
}

function Act({ first }: { readonly first: News }) {
  const asking = useAsk();
  const may = useClockRights();
  const { me } = useSession();
  if (first.is === "act" && may) {
    return (
      <>
        <Button look="plain" icon="undo" busy={asking.busy} onClick={() => void asking.run({ do: "undo_clock" })}>
          {say("working-undo", { left: first.left })}
        </Button>
        <Why text={asking.why} />
      </>
    );
  }
  if (first.is === "leaderless" && first.left === 0 && me.value) {
    return (
      <>
        <Button busy={asking.busy} onClick={() => void asking.run({ do: "take_lead" })}>
          {say("working-take-lead")}
        </Button>
        <Why text={asking.why} />
      </>
    );
  }
  if (first.is === "question") {
    return <Button onClick={openQuestion}>{say("working-answer")}</Button>;
  }
  return null;
}
