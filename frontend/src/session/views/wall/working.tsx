import { useLayoutEffect } from "preact/hooks";
import { useFit } from "../../../kit/fit";
import { say } from "../../../words/say";
import { inOrder } from "../../sentence";
import { useSession } from "../../use-session";
import { useTextHtml } from "../work/text/fetched";
import type { Course } from "../work/time/course";
import { Foot } from "./foot";
import { Goals } from "./goals";
import { Lines } from "./lines";
import { sectionOf } from "./section";
import { WallLine } from "./time";
import { worked } from "./worked";
import "./working.css";

const TITLE = [4.2, 3.5, 2.9, 2.4, 2];
/** Sizes of the title beside many conditions, which need the room. */
const BRIEF = [3.1, 2.7, 2.3, 2];
const MANY = 5;
const TEXT = [3.2, 2.7, 2.3, 2, 1.9];

/** The work itself: what it is to become, and the place that is worked on. */
export function Working({ course }: { readonly course: Course }) {
  const { meta, roots } = useSession();
  const { contract, kind } = meta.value;
  const conditions = inOrder(roots.conditions.value);
  const [title] = useFit<HTMLDivElement>(contract.artifact, conditions.length > MANY ? BRIEF : TITLE);
  const open = [...roots.agreements.value].find(([, one]) => one.open);
  const place = usePlace(course);
  const side = kind === "coworking";
  const beside = open !== undefined || side || place.html !== "";
  return (
    <div class={beside ? "wall wall-work" : "wall wall-work lone"}>
      <WallLine course={course} />
      <div class="aim">
        <div class="title" ref={title}>
          <h1 dir="auto">{contract.artifact || say("wall-untitled")}</h1>
        </div>
        <Lines conditions={conditions} large={!beside} />
      </div>
      {beside && (
        <div class="place">
          {open ? <Asked id={open[0]} text={open[1].text} /> : side ? <Goals sizes={TEXT} /> : <Place {...place} />}
        </div>
      )}
      <Foot course={course} />
    </div>
  );
}

interface PlaceProps {
  readonly heading: string | null;
  readonly html: string;
}

function usePlace(course: Course): PlaceProps {
  const { meta, roots } = useSession();
  const html = useTextHtml();
  const heading = worked(
    meta.value.headings.map(({ words }) => words),
    {
      people: roots.people.value.values(),
      item: course.current,
      conditions: inOrder(roots.conditions.value).map(([, condition]) => condition),
    },
  );
  return { heading, html: html === null ? "" : sectionOf(html, heading).trim() };
}

/** The place as large as it fits; of a long one its end, where people write. */
function Place({ heading, html }: PlaceProps) {
  const [box, over] = useFit<HTMLDivElement>(`${heading}${html}`, TEXT);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = over > 0 ? box.current.scrollHeight : 0;
  }, [box, over, html]);
  return (
    <>
      {heading !== null && <h2 dir="auto">{heading}</h2>}
      <div ref={box} class={over > 0 ? "doc end" : "doc"}>
        <div class="body" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </>
  );
}

/** What everybody is asked; who answered what stays with them. */
export function Asked({ id, text }: { readonly id: string; readonly text: string }) {
  const { notice } = useSession();
  const [box] = useFit<HTMLDivElement>(text, TEXT);
  const answered = notice.value.answered[id] ?? 0;
  return (
    <>
      <h2>{say("wall-asked")}</h2>
      <div class="doc" ref={box}>
        <p dir="auto">{text}</p>
      </div>
      <p class="more">{say("wall-answered", { count: answered })}</p>
    </>
  );
}
