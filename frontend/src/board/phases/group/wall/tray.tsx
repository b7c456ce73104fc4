import { useComputed } from "@preact/signals";
import { useSlices } from "../../../../kit/page/slices";
import { say } from "../../../../words/say";
import type { IdeaCount } from "../../../engine/document/counting";
import { Cards } from "./cards";
import { AT_ONCE, THEN } from "./columns";
import { useWall } from "./use-wall";
import { Waiting } from "./waiting";
import { LOOSE } from "./wall";

/** The ideas in no group: beside the groups, always in sight, with a scrollbar of its own. */
export function Tray() {
  const wall = useWall();
  const here = useComputed(() => wall.box(LOOSE).value.length).value;
  const { shown: all } = wall.standing.value;
  const drawn = useSlices(here, AT_ONCE, THEN);
  return (
    <section class="tray" data-loose aria-labelledby="loose-name">
      <header>
        <h2 id="loose-name">{say("group-loose")}</h2>
        <span class="count">{looseCount(wall.count(LOOSE).value, all)}</span>
        <Waiting box={LOOSE} />
      </header>
      <div class="tray-scroll">
        {here === 0 ? (
          <p class="hollow">
            {say("group-loose-empty")} <small>{say("group-loose-empty-hint")}</small>
          </p>
        ) : null}
        <Cards box={LOOSE} label={say("group-loose")} most={drawn} />
      </div>
    </section>
  );
}

/** The count names all ideas on the board, until all of them are here. */
function looseCount(loose: IdeaCount, all: number): string {
  return loose.shown === all ? say("board-counted", { ...loose }) : say("group-loose-of", { ...loose, all });
}
