import { useFit } from "../../../kit/fit";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import type { Shown } from "../work/review/walk";
import { useTextHtml } from "../work/text/fetched";
import { parts } from "../work/text/places";
import { Tick } from "../work/tick";
import type { Course } from "../work/time/course";
import { Foot } from "./foot";
import { chapterOf } from "./section";
import { WallLine } from "./time";
import { Asked } from "./working";
import "./reviewing.css";

const CONDITION = [6.2, 5.2, 4.4, 3.7, 3.1, 2.6, 2.2, 1.9];
const TEXT = [4.2, 3.7, 3.2, 2.7, 2.3, 2, 1.9];

interface ReviewingProps {
  readonly course: Course;
  readonly shown: Shown;
  readonly all: number;
}

/** One line of "Done when", and beside it what the text has under its heading. */
export function Reviewing({ course, shown: { id, condition, place }, all }: ReviewingProps) {
  const { roots } = useSession();
  const open = [...roots.agreements.value].find(([, one]) => one.open);
  const [box] = useFit<HTMLDivElement>(condition.text, CONDITION);
  return (
    <div class="wall wall-review">
      <WallLine course={course} />
      {/* Another condition comes with its tick, which does not land again. */}
      <div class={condition.met ? "line met" : "line"} key={id}>
        <p class="label">
          {say("wall-done-when")} <b>{say("wall-place", { place, all })}</b>
        </p>
        <div class="words" ref={box}>
          <h1 class="fitted" dir="auto">
            <Tick />
            <span class="visually-hidden">{condition.met ? say("verdict-met") : say("verdict-not-met")}: </span>
            {condition.text}
          </h1>
        </div>
      </div>
      <div class="place">{open ? <Asked id={open[0]} text={open[1].text} /> : <Chapter key={id} of={id} />}</div>
      <Foot course={course} />
    </div>
  );
}

/** The text under the heading of a condition: its beginning, as large as it fits. */
function Chapter({ of }: { readonly of: string }) {
  const { meta, roots } = useSession();
  const html = useTextHtml();
  const { headings } = meta.value;
  const part = parts(roots.conditions.value, headings, []).parts.find(({ id }) => id === of);
  const text = part?.own && html !== null ? chapterOf(html, part.own.heading, part.nth)?.trim() : undefined;
  const [box, over] = useFit<HTMLDivElement>(text ?? "", TEXT);
  if (html === null) return null;
  if (text === undefined) return <Headings all={headings.map(({ words }) => words)} />;
  if (text === "") return <p class="none">{say("wall-empty")}</p>;
  return (
    <>
      <div ref={box} class={over > 0 ? "doc cut" : "doc"}>
        <div class="body" dangerouslySetInnerHTML={{ __html: text }} />
      </div>
      {over > 0 && <p class="more">{say("wall-rest")}</p>}
    </>
  );
}

/** Where the text has no heading of the condition's words: what it has instead. */
function Headings({ all }: { readonly all: readonly string[] }) {
  const [box, over] = useFit<HTMLOListElement>(all.join("\n"), TEXT);
  if (all.length === 0) return <p class="none">{say("wall-no-headings")}</p>;
  return (
    <>
      <p class="none">{say("wall-no-heading")}</p>
      <ol ref={box} class="headings">
        {all.map((words, at) => (
          <li key={String(at)} class={at >= all.length - over ? "out" : ""} dir="auto">
            {words}
          </li>
        ))}
      </ol>
      {over > 0 && <p class="more">{say("wall-others", { count: over })}</p>}
    </>
  );
}
