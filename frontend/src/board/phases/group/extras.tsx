import { Button } from "../../../kit/button";
import { useEdge } from "../../../kit/page/edges";
import { shorten } from "../../../kit/text/size";
import { group as words } from "../../../words/group";
import { movedNote, selectionBar } from "../../../words/group-overlays";
import { groupTogether, nameOf } from "./acts";
import { askWhere } from "./ask";
import { putBack } from "./overlay-acts";
import { NOTHING } from "./selection";
import { useWall } from "./use-wall";
import "./extras.css";

/** "5 selected · Move to… · New group · Clear", above the footer bar; it covers, and pushes nothing. */
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
    <section ref={bar} class="selection-bar" aria-label={selectionBar.selected(chosen.size)}>
      <p aria-live="polite">{selectionBar.selected(chosen.size)}</p>
      <Button
        look="ink"
        disabled={chosen.size === 0}
        aria-haspopup="dialog"
        onClick={(event) => askWhere(wall, ideas(), event.currentTarget as HTMLElement)}
      >
        {words.moveTo}
      </Button>
      <Button
        disabled={chosen.size === 0}
        onClick={(event) => void groupTogether(wall, ideas(), event.detail === 0 ? "keys" : "pointer")}
      >
        {selectionBar.newFromChosen}
      </Button>
      <Button look="plain" onClick={clear}>
        {selectionBar.clear}
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
        const text = shorten((state.idea(idea).value?.text ?? "").replace(/\s+/g, " ").trim(), 48);
        return (
          <div key={idea} class="moved">
            <p>{now === null ? movedNote.movedLoose(text) : movedNote.movedAgain(text, nameOf(wall, now))}</p>
            <div class="row">
              <Button size="s" onClick={() => putBack(wall, idea)}>
                {movedNote.putBack}
              </Button>
              <Button size="s" look="plain" onClick={() => moved.dismiss(idea)}>
                {movedNote.leaveIt}
              </Button>
            </div>
          </div>
        );
      })}
    </aside>
  );
}
