import { Button } from "../../../kit/button";
import { succeeded } from "../../../kit/feedback";
import { say } from "../../../words/say";
import { useAdmission } from "../../actions/admit";
import type { Grouping } from "../../engine/types";
import { DENSITIES, type Density } from "./layout/density";
import { useWall } from "./wall/use-wall";

/** What is for the wall as a whole; without the `wall`, as on a phone that shows one idea, only what the facilitator has. */
export function LeadTools({ wall: shown }: { wall: boolean }) {
  const wall = useWall();
  return (
    <>
      {wall.facilitates ? (
        <div class="row">
          <LateTray />
          <WhoGroups />
        </div>
      ) : null}
      {shown ? (
        <div class="row">
          {wall.free.value ? <SelectSeveral /> : null}
          <HowDense />
        </div>
      ) : null}
    </>
  );
}

/** Touch screens have no other way to select. */
function SelectSeveral() {
  const wall = useWall();
  return (
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
  );
}

function HowDense() {
  const wall = useWall();
  const labels: Record<Density, string> = {
    full: say("group-density-full"),
    compact: say("group-density-compact"),
    names: say("group-density-names"),
  };
  return (
    <fieldset class="which">
      <legend class="visually-hidden">{say("group-density")}</legend>
      {DENSITIES.map((density) => (
        <label key={density}>
          <input
            type="radio"
            name="density"
            checked={wall.density.value === density}
            onChange={() => wall.setDensity(density)}
          />
          <span>{labels[density]}</span>
        </label>
      ))}
    </fieldset>
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
    <fieldset class="which">
      <legend class="visually-hidden">{say("group-who")}</legend>
      <span class="what" aria-hidden="true">
        {say("group-who")}
      </span>
      {choice("everyone", say("group-who-everyone"))}
      {choice("facilitator", say("group-who-facilitator"))}
    </fieldset>
  );
}
