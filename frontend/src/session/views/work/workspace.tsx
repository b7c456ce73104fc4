/** Work on one text: "Done when" at the left, the text in the middle, what opens at the right, one row of actions. */

import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { useEdge } from "../../../kit/page/edges";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { AddText } from "./acts/add-text";
import { AddButtons, ClockButtons } from "./acts/bar";
import { Away } from "./away";
import { AboveText } from "./board/above-text";
import { Margin } from "./margin/margin";
import { closeDrawer, drawer, openDrawer } from "./margin/opened";
import { NewsLine } from "./news-line";
import { NothingToDo, StuckPeople } from "./people/stuck-people";
import { DoneWhen } from "./rail";
import { BesideBoard, BoardOpen } from "./text/beside-board";
import { Paper } from "./text/paper";
import { ClockWords } from "./time/clock-words";
import type { Course } from "./time/course";
import { useBoardOpen } from "./use-work";

export function Desk({ course, onBack }: { readonly course: Course; readonly onBack: (() => void) | null }) {
  const { meta } = useSession();
  const [adding, setAdding] = useState(false);
  const edge = useEdge<HTMLElement>("bottom");
  const boardOpen = useBoardOpen();
  useEffect(() => {
    if (boardOpen) setAdding(false);
  }, [boardOpen]);
  return (
    <div class="desk">
      <aside class="rail" aria-label={say("working-rail")}>
        <ClockWords course={course} />
        <DoneWhen walks />
        {!boardOpen && <StuckPeople />}
        {!boardOpen && <NothingToDo listed />}
      </aside>
      <main class="paper">
        {onBack && <Away course={course} onBack={onBack} />}
        <AboveText course={course} />
        {boardOpen ? <BesideBoard /> : <Paper writes={meta.value.kind === "individual"} />}
      </main>
      <Margin />
      <footer ref={edge} class="bar">
        <NewsLine course={course} />
        <div class="tools">
          {boardOpen && <BoardOpen />}
          {!boardOpen && adding && <AddText focus onClose={() => setAdding(false)} />}
          {!boardOpen && <AddButtons adding={adding} onAdd={() => setAdding(!adding)} />}
        </div>
        <ClockButtons course={course} calm={boardOpen} />
        <Button
          look="plain"
          class="to-drawer"
          aria-expanded={drawer.value ? "true" : "false"}
          aria-controls="margin"
          aria-label={say("working-margin")}
          onClick={() => (drawer.value ? closeDrawer() : openDrawer())}
        >
          {say("working-lists")}
        </Button>
      </footer>
    </div>
  );
}
