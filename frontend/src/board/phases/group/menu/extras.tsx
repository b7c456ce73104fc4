import { Button } from "../../../../kit/button";
import { useEdge } from "../../../../kit/page/edges";
import { shorten } from "../../../../kit/text/size";
import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { groupTogether } from "../acts";
import { nameOf } from "../names/names";
import { NOTHING } from "../selection";
import { useWall } from "../wall/use-wall";
import { askWhere } from "./ask";
import { putBack } from "./overlay-acts";
import "./extras.css";

/** "5 selected · Put together · Move to… · Clear", above the footer bar; it covers, and pushes nothing. */
export function SelectionBar() {
  const wall = useWall();
  const { chosen } = wall.selection.value;
  return wall.free.value && (chosen.size > 0 || wall.picking.value) ? <Selected chosen={chosen} /> : null;
}

function Selected({ chosen }: { chosen: ReadonlySet<string> }) {
  const wall = useWall();
  const bar = useEdge<HTMLElement>("bottom");
  const ideas = () => wall.order().filter((idea) => chosen.has(idea));
  const clear = () => {
    wall.selection.value = NOTHING;
    wall.picking.value = false;
  };
  return (
    <section ref={bar} class="selection-bar" aria-label={say("group-selected", { count: chosen.size })}>
      <p aria-live="polite">{say("group-selected", { count: chosen.size })}</p>
      <Button
        look="ink"
        disabled={chosen.size === 0}
        onClick={(event) => void groupTogether(wall, ideas(), event.detail === 0 ? "keys" : "pointer")}
      >
        {say("group-put-together")}
      </Button>
      <Button
        disabled={chosen.size === 0}
        aria-haspopup="dialog"
        onClick={(event) => askWhere(wall, ideas(), event.currentTarget as HTMLElement)}
      >
        {say("group-move-to")}
      </Button>
      <Button look="plain" onClick={clear}>
        {say("group-clear-selection")}
      </Button>
    </section>
  );
}

const SHOWN = 3;

/** Cards that I moved and somebody else moved again. */
export function MovedAgain() {
  const wall = useWall();
  const { moved, state } = wall.board;
  const cards = moved.cards.value;
  if (cards.length === 0 || !wall.free.value) return null;
  return (
    <aside class="moved-again">
      {cards.slice(-SHOWN).map(({ idea, now }) => {
        const text = isolated(shorten((state.idea(idea).value?.text ?? "").replace(/\s+/g, " ").trim(), 48));
        return (
          <div key={idea} class="moved">
            <p>
              {now === null
                ? say("group-moved-loose", { text })
                : say("group-moved-again", { text, group: nameOf(wall, now) })}
            </p>
            <div class="row">
              <Button size="s" onClick={() => putBack(wall, idea)}>
                {say("group-put-back")}
              </Button>
              <Button size="s" look="plain" onClick={() => moved.dismiss(idea)}>
                {say("group-leave-it")}
              </Button>
            </div>
          </div>
        );
      })}
    </aside>
  );
}
