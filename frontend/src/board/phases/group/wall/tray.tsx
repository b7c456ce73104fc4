import { useComputed } from "@preact/signals";
import { useSlices } from "../../../../kit/page/slices";
import { say } from "../../../../words/say";
import type { IdeaCount } from "../../../engine/document/counting";
import { useCards } from "./cards";
import { AT_ONCE, sink, THEN } from "./columns";
import { IdeaCard } from "./idea";
import { useWall } from "./use-wall";
import { Waiting } from "./waiting";
import { LOOSE } from "./wall";

/** Cards that are drawn at once over all columns, and with the first slice after it. */
const FIRST = 42;
const SECOND = 54;

/** The ideas in no group: over the whole wall at first, and always in sight, with a scrollbar of their own. */
export function Tray() {
  const wall = useWall();
  const here = useComputed(() => wall.box(LOOSE).value.length).value;
  const { shown: all } = wall.standing.value;
  return (
    <section class="tray" data-loose data-columns={wall.loose.value.length} aria-labelledby="loose-name">
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
        <LooseCards />
      </div>
    </section>
  );
}

/** The columns are for the eye: to all others it is one list. */
function LooseCards() {
  const wall = useWall();
  const columns = wall.loose.value;
  const longest = Math.max(0, ...columns.map((column) => column.length));
  const rows = Math.min(AT_ONCE, Math.ceil(FIRST / columns.length));
  const drawn = useSlices(longest, rows, Math.min(THEN, Math.ceil(SECOND / columns.length)));
  if (drawn !== Number.POSITIVE_INFINITY) for (const column of columns) sink(wall, column);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the columns stand between the list and its cards
    <div class="loose-columns" role="list" aria-label={say("group-loose")} {...useCards<HTMLDivElement>(LOOSE)}>
      {columns.map((ideas, at) => (
        <ul key={at} class="cards" role="none" data-column={at}>
          {ideas.slice(0, drawn).map((id) => (
            <IdeaCard key={id} id={id} />
          ))}
        </ul>
      ))}
    </div>
  );
}

/** The count names all ideas on the board, until all of them are here. */
function looseCount(loose: IdeaCount, all: number): string {
  return loose.shown === all ? say("board-counted", { ...loose }) : say("group-loose-of", { ...loose, all });
}
