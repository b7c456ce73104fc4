import { useFit } from "../../../kit/fit";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { resultOf, type Stage, stageOf } from "../work/board/state";
import type { Course } from "../work/time/course";
import { Foot, WayIn } from "./foot";
import { WallLine } from "./time";
import "./board.css";

const QUESTION = [8.4, 7.2, 6.2, 5.2, 4.4, 3.7, 3.1, 2.6];
const BESIDE = [6.4, 5.6, 4.8, 4.1, 3.5, 2.9, 2.4];
const RESULT = [7.2, 6.2, 5.4, 4.6, 3.9, 3.3, 2.8, 2.4, 2.1];

/** An item that is a board: what everybody is asked, and then what they agreed on. Never a way to the board itself. */
export function Board({ course }: { readonly course: Course }) {
  const { roots } = useSession();
  const { id, title } = course.current;
  const stage = stageOf(roots.agenda.value.get(id));
  return (
    <div class={`wall wall-board ${stage}`}>
      <WallLine course={course} />
      {stage === "decided" ? (
        <Result item={id} />
      ) : (
        <Question title={title} stage={stage === "open" || stage === "gone" ? stage : "planned"} />
      )}
      <Foot course={course} bare={stage === "open"} />
    </div>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly stage: Exclude<Stage, "decided" | "counted">;
}

function Question({ title, stage }: QuestionProps) {
  const { boot } = useSession();
  const beside = stage === "open" && Boolean(boot.links.join);
  const [box] = useFit<HTMLDivElement>(title, beside ? BESIDE : QUESTION);
  return (
    <>
      <div class="asked" ref={box}>
        <h1 dir="auto">{title}</h1>
      </div>
      <div class={beside ? "how beside" : "how"}>
        <p>{say(`wall-board-${stage}`)}</p>
        {beside && <WayIn large />}
      </div>
    </>
  );
}

function Result({ item }: { readonly item: string }) {
  const result = resultOf(useSession().roots.agreements.value, item);
  const [box] = useFit<HTMLDivElement>(`${result?.text}${result?.why}`, RESULT);
  return (
    <>
      <p class="of-question" dir="auto">
        {result?.question}
      </p>
      <div class="asked" ref={box}>
        <h1 dir="auto">{result?.text}</h1>
        {result?.why && <p dir="auto">{result.why}</p>}
      </div>
    </>
  );
}
