/** The running session: one line of time above, and below it what the running item and the kind of session call for. */

import { useEffect, useState } from "preact/hooks";
import { lazy } from "../../../kit/lazy";
import { usePhone } from "../../../kit/page/use-phone";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { Finish } from "../finish/finish";
import { askingEverybody } from "./board/asking";
import { Break } from "./break";
import { finishing } from "./ending";
import { Margin } from "./margin/margin";
import { NewsLine } from "./news-line";
import { Phone } from "./phone";
import { SideBySide } from "./side-by-side";
import type { Course } from "./time/course";
import { TimeLine } from "./time/time-line";
import { useMoments } from "./time/use-moments";
import { useCourse } from "./use-work";
import { Desk } from "./workspace";

const AskEverybody = lazy(() => import("./board/ask").then((part) => part.AskEverybody), "inside");
const Deep = lazy(() => import("./deep").then((part) => part.Deep));

export function Work() {
  const { meta } = useSession();
  const course = useCourse();
  const narrow = usePhone();
  /** The break, or Finish, in which this person works on at the text. */
  const [worksOn, setWorksOn] = useState<string | null>(null);
  useMoments();
  useEffect(
    () => () => {
      finishing.value = false;
      askingEverybody.value = false;
    },
    [],
  );
  if (!course) return <p class="page">{say("working-not-started")}</p>;
  const kind = meta.value.kind;
  return (
    <div class={`work of-${kind}`} data-paused={course.paused ? "" : undefined}>
      <TimeLine course={course} />
      <Item course={course} narrow={narrow} worksOn={worksOn} onWorkOn={setWorksOn} />
      {askingEverybody.value && <AskEverybody course={course} />}
    </div>
  );
}

interface ItemProps {
  readonly course: Course;
  readonly narrow: boolean;
  readonly worksOn: string | null;
  readonly onWorkOn: (item: string | null) => void;
}

function Item({ course, narrow, worksOn, onWorkOn }: ItemProps) {
  const { meta } = useSession();
  const { current } = course;
  const rests = current.kind === "break";
  const finishes = course.coming.length === 0;
  const through = worksOn === current.id;
  if (finishing.value) {
    const back = (): void => {
      finishing.value = false;
    };
    return <Finish news={<NewsLine course={course} onFinish />} onBack={back} />;
  }
  if (rests && !through) return <Break course={course} onWork={() => onWorkOn(current.id)} />;
  if (finishes && !through) {
    return <Finish news={<NewsLine course={course} onFinish />} onBack={() => onWorkOn(current.id)} />;
  }
  const onBack = rests || finishes ? () => onWorkOn(null) : null;
  if (meta.value.kind === "coworking") {
    return (
      <>
        <SideBySide course={course} onBack={onBack} />
        <Margin />
      </>
    );
  }
  if (meta.value.kind === "deep_work") return <Deep course={course} onBack={onBack} />;
  return narrow ? <Phone course={course} onBack={onBack} /> : <Desk course={course} onBack={onBack} />;
}
