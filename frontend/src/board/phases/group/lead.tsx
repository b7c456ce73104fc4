import { useSignal } from "@preact/signals";
import { group as words } from "../../../words/group";
import { Button } from "../../parts/button";
import { announce, told } from "../../shell/say";
import type { Grouping } from "../../types";
import { useWall } from "./use-wall";
import "./lead.css";

/** The line above the wall. It is always there and one line high, so that what it says never pushes the wall. */
export function Lead() {
  const wall = useWall();
  return (
    <div class="lead">
      <p>{wall.free.value ? words.leadEveryone : words.leadReading}</p>
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
      {wall.facilitates ? (
        <>
          <LateTray />
          <WhoGroups />
        </>
      ) : null}
    </div>
  );
}

function LateTray() {
  const { board } = useWall();
  const busy = useSignal(false);
  const late = board.state.counts.value.late ?? 0;
  if (late === 0) return null;
  const admit = async () => {
    busy.value = true;
    if (told(await board.commands.admitLate())) announce(words.letInDone(late));
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
  const choose = async (grouping: Grouping) => told(await board.commands.changeSettings({ grouping }));
  const choice = (value: Grouping, label: string) => (
    <label>
      <input type="radio" name="grouping" checked={now === value} onChange={() => choose(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset class="who">
      <legend>{words.who}</legend>
      {choice("everyone", words.whoEveryone)}
      {choice("facilitator", words.whoFacilitator)}
    </fieldset>
  );
}
