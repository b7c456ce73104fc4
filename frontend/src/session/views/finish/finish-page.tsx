import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Button } from "../../../kit/button";
import { useEdge } from "../../../kit/page/edges";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import { carriedOut, endWith } from "../../next";
import { useSession } from "../../use-session";
import { dayIn, isAlone, judgeOf, stateOf } from "../../verdicts";
import { goesOn, openingOf, type Plan, proposed } from "../chain/plan";
import { WhenChoice } from "../chain/when-choice";
import { Ask } from "../outcome/ask-owner";
import { Why } from "../why";
import { useJudges } from "../work/ending";
import { Goals } from "../work/side-by-side";
import { face, mood, timeOfDay } from "../work/time/face";
import { useCourse } from "../work/use-work";
import { type Draft, endOf } from "./answer";
import { Leftovers } from "./leftovers";
import { Verdicts } from "./verdicts";
import "../outcome/doc.css";
import "./finish.css";
import "./sizes.css";
import "./beside.css";

/** Days from now on which what is nearly done is proposed to be finished. */
const SOON = 3;

export interface FinishProps {
  /** Stands in the bar: what the session waits for. */
  readonly news: ComponentChildren;
  readonly onBack: () => void;
}

/** The last item: everything has a default, and one question needs an answer. */
export function FinishPage({ news, onBack }: FinishProps) {
  const session = useSession();
  const { meta, roots, me, now, boot } = session;
  const { contract, kind } = meta.value;
  const judges = useJudges();
  const beside = kind === "coworking";
  const draft = useSignal<Draft>({
    verdict: null,
    finisher: contract.owner?.person ?? me.peek(),
    by: dayIn(now.peek(), SOON),
    note: "",
    elsewhere: "",
  });
  const plan = useSignal<Plan>(proposed(meta.peek(), now.peek()));
  const busy = useSignal(false);
  const why = useSignal("");
  const edge = useEdge<HTMLElement>("bottom");
  const leads = boot.role === "lead";
  const alone = isAlone(kind);
  const opens = leads && goesOn(meta.value, draft.value.verdict);
  const end = endOf(draft.value);
  const opening = opens ? openingOf(alone ? { ...plan.value, way: "here" } : plan.value) : null;
  const finish = async (): Promise<void> => {
    if (end === null) return;
    busy.value = true;
    const answer = await endWith(session.ask, end, opening);
    busy.value = false;
    why.value = carriedOut(answer) ? "" : (answer.why ?? "");
  };
  const { met, all } = stateOf(roots.conditions.value);
  // Somebody who is not in the session is asked; whoever leads gives the verdict here.
  const judge = judgeOf({ ...contract, owner: contract.owner?.person ? contract.owner : null }, roots.people.value);
  return (
    <div class="finish">
      <main class={judges ? "body" : "body waits"}>
        <header>
          <h1>{say("finish-question")}</h1>
          <div class="so">
            <p>
              {contract.artifact && <bdi class="artifact">{contract.artifact}</bdi>}{" "}
              {all > (alone ? 1 : 0) && (
                <b class="stands">{met === all ? say("finish-all-met", { all }) : say("finish-met", { met, all })}</b>
              )}
            </p>
            {!judges && <p>{judge ? say("finish-waits", { name: isolated(judge) }) : say("finish-waits-nobody")}</p>}
            <Ask />
          </div>
        </header>
        {beside && (
          <div class="side-by-side">
            <Goals />
          </div>
        )}
        {judges && (
          <Verdicts draft={draft} alone={alone} opens={leads}>
            {opens && !alone && (
              <WhenChoice
                plan={plan.value}
                mayStop={draft.value.verdict !== "another"}
                onChange={(chosen) => {
                  plan.value = chosen;
                }}
              />
            )}
          </Verdicts>
        )}
        <Leftovers alone={alone} />
      </main>
      <footer ref={edge} class="finish-bar">
        <Clock />
        {news}
        <Why text={why.value} />
        <Button look="plain" class="to-text" icon="back" onClick={onBack}>
          <span class="words">{beside ? say("finish-back-beside") : say("finish-back")}</span>
        </Button>
        {judges && (
          <Button look="go" size="l" busy={busy.value} disabled={end === null} onClick={() => void finish()}>
            {busy.value ? say("finish-finishing") : label(draft.value, opening !== null)}
          </Button>
        )}
      </footer>
    </div>
  );
}

function label({ verdict, finisher, by }: Draft, opens: boolean): string {
  if (verdict === null) return say("finish-choose");
  if (verdict === "nearly" && !(finisher && by)) return say("finish-choose-who");
  return opens ? say("finish-and-next") : say("finish-press");
}

function Clock() {
  const course = useCourse();
  if (!course) return null;
  const time = timeOfDay(course.ends);
  return (
    <p class={`finish-clock ${mood(course.left, course.current.length)}`}>
      <span class="numerals">{face(course.left)}</span>
      <span class="name">
        <b dir="auto">{course.current.title}</b> {say(course.left > 0 ? "finish-ends" : "finish-over", { time })}
      </span>
    </p>
  );
}
