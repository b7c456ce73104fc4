import { useComputed } from "@preact/signals";
import { Button } from "../../../kit/button";
import { succeeded } from "../../../kit/feedback";
import { textSize } from "../../../kit/text/size";
import { say } from "../../../words/say";
import { useAdmission } from "../../actions/admit";
import type { Grouping } from "../../engine/types";
import { useWall } from "./wall/use-wall";
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
            <span class="mouse">{say("group-lead-everyone")}</span>
            <span class="finger">{say("group-lead-finger")}</span>
          </p>
        ) : (
          <p>{say("group-lead-reading")}</p>
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
          {say("group-select-several")}
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
      {all ? say("group-unfold-all") : say("group-fold-all")}
    </Button>
  );
}

function LateTray() {
  const { late, busy, admit } = useAdmission();
  if (late === 0) return null;
  return (
    <p class="late">
      {say("group-late", { count: late })}
      <Button size="s" busy={busy} onClick={() => void admit()}>
        {say("group-let-in", { count: late })}
      </Button>
    </p>
  );
}

function WhoGroups() {
  const { board } = useWall();
  const now = board.state.meta.value.grouping;
  const choose = async (grouping: Grouping) =>
    succeeded(await board.commands.send({ do: "change_settings", grouping }));
  const choice = (value: Grouping, label: string) => (
    <label>
      <input type="radio" name="grouping" checked={now === value} onChange={() => choose(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset class="who">
      <legend class="visually-hidden">{say("group-who")}</legend>
      {choice("everyone", say("group-who-everyone"))}
      {choice("facilitator", say("group-who-facilitator"))}
    </fieldset>
  );
}
