import { useComputed } from "@preact/signals";
import { useSlices } from "../../../kit/page/slices";
import { group as words } from "../../../words/group";
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
        <h2 id="loose-name">{words.loose}</h2>
        <span class="count">{words.looseCount(wall.count(LOOSE).value, all)}</span>
        <Waiting box={LOOSE} />
      </header>
      <div class="tray-scroll">
        {here === 0 ? (
          <p class="hollow">
            {words.looseEmpty} <small>{words.looseEmptyHint}</small>
          </p>
        ) : null}
        <Cards box={LOOSE} label={words.loose} most={drawn} />
      </div>
    </section>
  );
}
