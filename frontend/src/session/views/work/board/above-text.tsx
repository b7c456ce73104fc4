/** What a board puts above the text: loaded when the agenda has one. */

import { lazy } from "../../../../kit/lazy";
import { useSession } from "../../../use-session";
import type { Course } from "../time/course";
import { justOver, stageOf } from "./state";

const BoardBlock = lazy(() => import("./block").then((part) => part.BoardBlock), "inside");
const Counted = lazy(() => import("./result").then((part) => part.Counted), "inside");

interface AboveProps {
  readonly course: Course;
  /** The way in stands in another place of the page. */
  readonly bare?: boolean;
}

export function AboveText({ course, bare = false }: AboveProps) {
  const { roots } = useSession();
  const agenda = roots.agenda.value;
  if (stageOf(agenda.get(course.current.id)) !== null) return <BoardBlock course={course} bare={bare} />;
  return justOver(course, agenda, "counted") === null ? null : <Counted course={course} />;
}
