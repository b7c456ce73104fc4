/** Work on a phone: the clock, the text around the heading I took, and one thumb's row. */

import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Icon } from "../../../kit/icon";
import { lazy } from "../../../kit/lazy";
import { useEdge } from "../../../kit/page/edges";
import { say } from "../../../words/say";
import { useDraft } from "../../drafts";
import { useSession } from "../../use-session";
import { AddText } from "./acts/add-text";
import { ClockButtons } from "./acts/bar";
import { Away } from "./away";
import { AboveText } from "./board/above-text";
import { Margin } from "./margin/margin";
import { openDrawer, openRow } from "./margin/opened";
import { NewsLine } from "./news-line";
import { Stuck } from "./people/stuck";
import { NothingToDo, StuckPeople } from "./people/stuck-people";
import { DoneWhen } from "./rail";
import { ReviewRow } from "./review/review";
import { BesideBoard } from "./text/beside-board";
import { Paper } from "./text/paper";
import { show } from "./text/show";
import { Tick } from "./tick";
import { ClockWords } from "./time/clock-words";
import type { Course } from "./time/course";
import { useBoardOpen, usePeople } from "./use-work";

const WayIn = lazy(() => import("./board/links").then((part) => part.WayIn), "inside");

/** Dots that fit beside what they are of. */
const DOTS = 6;

export function Phone({ course, onBack }: { readonly course: Course; readonly onBack: (() => void) | null }) {
  const { roots, meta, myself } = useSession();
  const top = useEdge<HTMLElement>("top");
  const bottom = useEdge<HTMLElement>("bottom");
  const [sheet, setSheet] = useState<"add" | "done" | null>(null);
  const taken = myself.value?.taken;
  const chosen = useDraft("line-heading", taken ?? "").value;
  // What I took may be an item of the agenda, too.
  const heading = meta.value.headings.some(({ words }) => words === chosen);
  const alone = usePeople().length <= 1;
  const boardOpen = useBoardOpen();
  useEffect(() => {
    // Beside a board the text is not what comes first.
    if (taken && !boardOpen) show(taken);
  }, [taken, boardOpen]);
  useEffect(() => {
    if (boardOpen) setSheet((open) => (open === "add" ? null : open));
  }, [boardOpen]);
  const conditions = [...roots.conditions.value.values()];
  const met = conditions.filter((condition) => condition.met).length;
  return (
    <div class="phone">
      <header ref={top} class="phone-clock">
        <ClockWords course={course} />
        <ClockButtons course={course} calm={boardOpen} />
      </header>
      <main class="paper">
        {onBack && <Away course={course} onBack={onBack} />}
        {!boardOpen && <NothingToDo />}
        {!boardOpen && <StuckPeople />}
        <AboveText course={course} bare />
        {boardOpen ? <BesideBoard /> : <Paper writes={false} />}
      </main>
      <Margin />
      <footer ref={bottom} class="thumb">
        <NewsLine course={course} />
        {sheet === "done" && (
          <div class="thumb-sheet">
            <DoneWhen />
          </div>
        )}
        <ReviewRow whole />
        {boardOpen && <WayIn item={course.current.id} />}
        {!boardOpen && sheet === "add" && <AddText focus onClose={() => setSheet(null)} />}
        {!boardOpen && sheet !== "add" && (
          <button type="button" class="add-box" onClick={() => setSheet("add")}>
            <Icon name="plus" />
            <span>{heading ? say("working-add-to-heading", { heading: chosen }) : say("working-add-something")}</span>
          </button>
        )}
        <div class="below">
          <button
            type="button"
            class="met-dots"
            aria-expanded={sheet === "done" ? "true" : "false"}
            aria-label={say("working-done-when-of", { met, all: conditions.length })}
            onClick={() => setSheet(sheet === "done" ? null : "done")}
          >
            {conditions.length <= DOTS &&
              conditions.map((condition, n) => (
                <span key={String(n)} class={condition.met ? "met" : ""}>
                  <Tick />
                </span>
              ))}
            <span>{say("working-of", { done: met, all: conditions.length })}</span>
          </button>
          {!boardOpen && (
            <Button look="plain" onClick={() => openRow("later", { type: true })}>
              {say("working-for-later")}
            </Button>
          )}
          {!boardOpen && !alone && <Stuck />}
          <Button look="plain" icon="more" aria-label={say("working-margin")} onClick={openDrawer} />
        </div>
      </footer>
    </div>
  );
}
