import { useComputed, useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { announce, succeeded } from "../../../kit/feedback";
import { textSize } from "../../../kit/text/size";
import { group as words } from "../../../words/group";
import type { Grouping } from "../../types";
import { useWall } from "./use-wall";
import "./lead.css";

/** Above the wall: the question, how grouping works, and what is for the wall as a whole. */
export function Lead({ tools = true, hint = true }: { tools?: boolean; hint?: boolean }) {
  const wall = useWall();
  const { question } = wall.board.state.meta.value;
  return (
    <div class="lead">
      <div class="say">
        <h1 class={textSize(question, 180, 180)} dir="auto" title={question}>
          {question}
        </h1>
        {!hint ? null : wall.free.value ? (
          <p>
            <span class="mouse">{words.leadEveryone}</span>
            <span class="finger">{words.leadFinger}</span>
          </p>
        ) : (
          <p>{words.leadReading}</p>
        )}
      </div>
      <div class="tools">
        {tools ? <Tools /> : null}
        {wall.facilitates ? (
          <>
            <LateTray />
            <WhoGroups />
          </>
        ) : null}
      </div>
    </div>
  );
}

function Tools() {
  const wall = useWall();
  return (
    <>
      {wall.free.value ? (
        <Button
          size="s"
          class="select-several"
          aria-pressed={wall.picking.value ? "true" : "false"}
          onClick={() => {
            wall.picking.value = !wall.picking.value;
          }}
        >
          {words.selectStart}
        </Button>
      ) : null}
      <FoldAll />
    </>
  );
}

function FoldAll() {
  const wall = useWall();
  const { clusters } = wall.board.state;
  const few = useComputed(() => clusters.value.length < 2).value;
  const all = useComputed(() => clusters.value.every((cluster) => wall.folded.value.has(cluster.id))).value;
  if (few) return null;
  return (
    <Button
      look="plain"
      size="s"
      class="fold-all"
      onClick={() => {
        wall.folded.value = new Set(all ? [] : clusters.value.map((cluster) => cluster.id));
      }}
    >
      {all ? words.unfoldAll : words.foldAll}
    </Button>
  );
}

function LateTray() {
  const { board } = useWall();
  const busy = useSignal(false);
  const late = board.state.counts.value.late ?? 0;
  if (late === 0) return null;
  const admit = async () => {
    busy.value = true;
    if (succeeded(await board.commands.admitLate())) announce(words.letInDone(late));
    busy.value = false;
  };
  return (
    <p class="late">
      {words.late(late)}
      <Button size="s" busy={busy.value} onClick={admit}>
        {words.letIn(late)}
      </Button>
    </p>
  );
}

function WhoGroups() {
  const { board } = useWall();
  const now = board.state.meta.value.grouping;
  const choose = async (grouping: Grouping) => succeeded(await board.commands.changeSettings({ grouping }));
  const choice = (value: Grouping, label: string) => (
    <label>
      <input type="radio" name="grouping" checked={now === value} onChange={() => choose(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset class="who">
      <legend class="visually-hidden">{words.who}</legend>
      {choice("everyone", words.whoEveryone)}
      {choice("facilitator", words.whoFacilitator)}
    </fieldset>
  );
}
