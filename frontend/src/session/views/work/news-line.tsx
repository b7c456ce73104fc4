import { useEffect } from "preact/hooks";
import { Button } from "../../../kit/button";
import { announce } from "../../../kit/feedback";
import { lazy } from "../../../kit/lazy";
import { shorten } from "../../../kit/text/size";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import type { Session } from "../../engine";
import { useSession } from "../../use-session";
import { dayOf } from "../../verdicts";
import { Why } from "../why";
import { asked, justOver } from "./board/state";
import { finishing, useJudges } from "./ending";
import { openQuestion } from "./margin/opened";
import { question } from "./margin/question";
import { type News, news } from "./news";
import { walkOf } from "./review/walk";
import { called } from "./time/called";
import type { Course } from "./time/course";
import { face, timeOfDay } from "./time/face";
import { nameOf, useAsk, useBoardOpen, useClockRights } from "./use-work";

const ToBoard = lazy(() => import("./board/links").then((part) => part.ToBoard), "inside");

interface NewsLineProps {
  readonly course: Course;
  /** What the page says in another place. */
  readonly unlike?: News["is"];
  /** It stands on the page of Finish, which says by itself that the time is over. */
  readonly onFinish?: boolean;
}

/** What happens now, in one sentence with at most one thing to press. It never covers the text, and moves nothing. */
export function NewsLine({ course, unlike, onFinish = false }: NewsLineProps) {
  const session = useSession();
  const { meta, notice, now, roots } = session;
  const boardOpen = useBoardOpen();
  const agenda = roots.agenda.value;
  const [first] = news({
    now: now.value,
    act: meta.value.clock?.act ?? null,
    left: onFinish ? 1 : course.left,
    leadGone: notice.value.lead_gone,
    leftOpen: notice.value.left_open,
    judges: useJudges(),
    // Beside an open board no answer is taken.
    question: boardOpen ? null : question(session),
    asks: asked(course, agenda),
    boardLeft: justOver(course, agenda, "open"),
  }).filter(({ is }) => is !== unlike);
  const words = first ? wordsOf(session, first, course) : "";
  // The countdowns change every second; only the first sentence of each is spoken.
  const spoken = first ? `${first.is} ${first.is === "act" ? first.act.at : "item" in first ? first.item : ""}` : "";
  useEffect(() => {
    if (words) announce(words);
  }, [spoken]);
  return (
    <section class="news" aria-label={say("working-news")}>
      {first && (
        <>
          <p>{words}</p>
          <Act first={first} onFinish={onFinish} />
        </>
      )}
    </section>
  );
}

/** The time of today, or the day before. */
function whenOf(at: number, now: number): string {
  const today = new Date(at * 1000).toDateString() === new Date(now * 1000).toDateString();
  return today ? timeOfDay(at) : dayOf(at);
}

function wordsOf(session: Session, first: News, course: Course): string {
  const { roots, me, now } = session;
  if (first.is === "over") {
    const item = called(course.current);
    const next = course.coming[0];
    return next
      ? say("working-over-next", { item, next: called(next), minutes: Math.round(next.length / 60) })
      : say("working-over", { item });
  }
  if (first.is === "leaderless") {
    return first.left > 0 ? say("working-lead-gone", { left: face(first.left) }) : say("working-lead-free");
  }
  if (first.is === "left-open") return say("working-left-open", { when: whenOf(first.since, now.peek()) });
  if (first.is === "question") return say("working-question");
  if (first.is === "asks") return whoAsks(session, first.item);
  if (first.is === "board-left") {
    return say("working-board-left", { question: shortQuestion(session, first.item) });
  }
  const { act } = first;
  if (act.what === "show" || act.what === "clear") return ofScreen(session, act.person, act.what);
  const acted = roots.agenda.value.get(act.item);
  const item = acted ? called(acted) : "";
  return act.person === me.value
    ? say(`working-did-${act.what}`, { item })
    : say(`working-act-${act.what}`, {
        name: isolated(nameOf(roots.people.value, act.person, say("working-somebody"))),
        item,
      });
}

/** Who put a condition on the big screen, or took it off. */
function ofScreen({ roots, meta, me }: Session, person: string, what: "show" | "clear"): string {
  const { shown } = walkOf(roots.conditions.value, meta.value.clock);
  const condition = isolated(shorten(shown?.condition.text ?? "", MOST));
  if (person === me.value) return say(`review-did-${what}`, { condition });
  const name = isolated(nameOf(roots.people.value, person, say("working-somebody")));
  return say(`review-act-${what}`, { name, condition });
}

/** Characters of a question that the line has room for; the whole of it stands in the agenda. */
const MOST = 60;

const shortQuestion = ({ roots }: Session, item: string): string =>
  isolated(shorten(roots.agenda.value.get(item)?.title ?? "", MOST));

/** The question, and who asks it. */
function whoAsks(session: Session, item: string): string {
  const { roots, me } = session;
  const owner = roots.agenda.value.get(item)?.owner;
  const question = shortQuestion(session, item);
  if (owner?.person && owner.person === me.value) return say("working-asks-you", { question });
  const name = isolated(nameOf(roots.people.value, owner?.person, say("working-somebody")));
  return say("working-asks", { name, question });
}

function Act({ first, onFinish }: { readonly first: News; readonly onFinish: boolean }) {
  const asking = useAsk();
  const may = useClockRights();
  const judges = useJudges();
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
  if (first.is === "left-open" && judges && !onFinish) {
    return (
      <Button
        size="s"
        onClick={() => {
          finishing.value = true;
        }}
      >
        {say("working-finish-it")}
      </Button>
    );
  }
  if (first.is === "board-left") return <ToBoard item={first.item} />;
  if (first.is === "question") {
    return <Button onClick={openQuestion}>{say("working-answer")}</Button>;
  }
  return null;
}
