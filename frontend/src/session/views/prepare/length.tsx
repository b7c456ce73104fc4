import { useSignal } from "@preact/signals";
import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { rowsOf, stretched, sumOf } from "../../agenda";
import type { Session } from "../../engine";
import { useSession } from "../../use-session";
import { clockTime } from "./times";

const SUGGESTED = { least: 30, most: 120 };

/** "How long?": a few lengths as words, and a field for any other. */
export function Length() {
  const session = useSession();
  const { minutes, starts } = session.meta.value.contract;
  const alone = session.meta.value.kind === "individual" || session.meta.value.kind === "deep_work";
  const usual = [30, alone ? 50 : 60, 90];
  const why = useSignal("");
  const choose = async (chosen: number): Promise<void> => {
    why.value = "";
    if (!Number.isInteger(chosen) || chosen < LIMITS.shortest || chosen > LIMITS.longest) {
      why.value = say("prepare-length-bounds", { least: LIMITS.shortest, most: LIMITS.longest });
    } else why.value = await lengthen(session, chosen);
  };
  return (
    <section class="plan-part" aria-labelledby="plan-length">
      <h2 class="plan-label" id="plan-length">
        {say("prepare-length")}
      </h2>
      {session.leads.value ? (
        <div class="lengths">
          {usual.map((one) => (
            <button type="button" key={one} aria-pressed={one === minutes} onClick={() => void choose(one)}>
              {one}
            </button>
          ))}
          <span>
            {starts === null ? say("prepare-minutes") : say("prepare-minutes-from", { time: clockTime(starts) })}
          </span>
          <input
            type="number"
            inputMode="numeric"
            min={LIMITS.shortest}
            max={LIMITS.longest}
            value={usual.includes(minutes) ? "" : minutes}
            placeholder={say("prepare-minutes-else")}
            aria-label={say("prepare-minutes-other")}
            aria-invalid={why.value ? "true" : undefined}
            onChange={(event) => void choose(event.currentTarget.valueAsNumber)}
          />
        </div>
      ) : (
        <p class="plan-value">
          {minutes}{" "}
          {starts === null ? say("prepare-minutes") : say("prepare-minutes-from", { time: clockTime(starts) })}
        </p>
      )}
      <p class="plan-advice" role="status">
        {why.value || advice(minutes)}
      </p>
    </section>
  );
}

function advice(minutes: number): string {
  return minutes < SUGGESTED.least ? say("prepare-short") : minutes > SUGGESTED.most ? say("prepare-long") : "";
}

/** Changes the length. An agenda that fitted before fits again; one that did not is left to people. The reason if not. */
async function lengthen({ ask, roots, meta }: Session, minutes: number): Promise<string> {
  const before = meta.peek().contract.minutes;
  const rows = rowsOf(roots.agenda.peek(), before);
  const answers = [ask({ do: "edit_contract", minutes })];
  if (sumOf(rows) === before) {
    const lengths = stretched(rows, minutes);
    for (const { id, item } of rows) {
      const length = lengths.get(id) ?? item.minutes;
      if (length !== item.minutes) answers.push(ask({ do: "edit_item", item: id, minutes: length }));
    }
  }
  return (await Promise.all(answers)).find(({ answer }) => answer !== "ok")?.why ?? "";
}
