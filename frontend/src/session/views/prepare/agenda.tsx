import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { between } from "../../../kit/rank";
import { newId } from "../../../live/random";
import { say } from "../../../words/say";
import { type Command, LIMITS, type SessionMeta } from "../../../worksession.generated";
import { lacking, mending, pauseLength, type Row, rowsOf, sumOf } from "../../agenda";
import { useSession } from "../../use-session";
import { isAlone } from "../../verdicts";
import { AgendaRow } from "./agenda-row";
import { Fold } from "./fold";

/** Minutes of an item that is added. */
const NEW = 10;
const TITLES = { work: "prepare-item-new", break: "prepare-break", board: "prepare-item-question" } as const;

/** The agenda as rows with a bar each, and its sum against the time. */
export function Agenda() {
  const { meta, roots, leads, ask } = useSession();
  const { minutes } = meta.value.contract;
  const rows = rowsOf(roots.agenda.value, minutes);
  const why = useSignal("");
  const said = useSignal("");
  const list = useRef<HTMLOListElement>(null);
  const give = async (command: Command): Promise<boolean> => {
    const answer = await ask(command);
    why.value = answer.answer === "ok" ? "" : (answer.why ?? "");
    return answer.answer === "ok";
  };
  const move = async (at: number, by: number): Promise<void> => {
    const row = rows[at];
    const rank = row ? rankAt(rows, at, by) : null;
    if (!row || rank === null) return;
    const place = at + by + 1;
    if (!(await give({ do: "edit_item", item: row.id, rank }))) return;
    said.value = say("prepare-item-moved", { title: row.item.title, place, count: rows.length });
  };
  const add = async (kind: "work" | "break" | "board", length: number): Promise<void> => {
    const item = newId();
    const title = say(TITLES[kind]);
    const rank = kind === "break" ? rankOfBreak(rows) : null;
    const done = await give({ do: "add_item", item, title, minutes: length, kind, ...(rank ? { rank } : {}) });
    if (!done || kind === "break") return;
    requestAnimationFrame(() => {
      const field = list.current?.querySelector<HTMLInputElement>(`[data-item="${item}"] input`);
      field?.focus();
      field?.select();
    });
  };
  return (
    <Fold
      title={say("prepare-agenda")}
      sum={allotted(sumOf(rows), minutes)}
      class="agenda-part"
      open={sumOf(rows) !== minutes || missingIn(rows, minutes) > 0}
      quiet
    >
      <ol class="plan-agenda" ref={list} style={{ "--whole": String(Math.max(minutes, sumOf(rows))) }}>
        {rows.map((row, at) => (
          <AgendaRow
            key={row.id}
            row={row}
            last={at === rows.length - 1}
            minutes={minutes}
            give={give}
            move={(by) => void move(at, by)}
            canMove={(by) => rankAt(rows, at, by) !== null}
          />
        ))}
      </ol>
      <Sum rows={rows} minutes={minutes} give={give} addBreak={(length) => void add("break", length)} />
      {why.value ? (
        <p class="plan-note wrong" role="alert">
          {why.value}
        </p>
      ) : null}
      {leads.value && rows.length < LIMITS.items ? (
        <p class="add-item">
          <Button look="plain" icon="plus" onClick={() => void add("work", NEW)}>
            {say("prepare-item-add")}
          </Button>
          {canHold(meta.value.kind) ? (
            <Button look="plain" icon="plus" onClick={() => void add("board", NEW)}>
              {say("prepare-board-add")}
            </Button>
          ) : null}
        </p>
      ) : null}
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </Fold>
  );
}

/** Alone and side by side there is nothing to find together. */
const canHold = (kind: SessionMeta["kind"]): boolean => !isAlone(kind) && kind !== "coworking";

/** How the sum of the rows stands to the time. */
function allotted(sum: number, minutes: number): string {
  if (sum > minutes) return say("prepare-over", { over: sum - minutes, minutes });
  return sum < minutes
    ? say("prepare-under", { under: minutes - sum, minutes })
    : say("prepare-sum-exact", { minutes });
}

/** Minutes of breaks that are missing. */
function missingIn(rows: readonly Row[], minutes: number): number {
  const breaks = rows.filter(({ item }) => item.kind === "break").map(({ item }) => item.minutes);
  return lacking(minutes, breaks);
}

/** The rank that moves a row by one place; null where it cannot go: the finish stays last. */
function rankAt(rows: readonly Row[], at: number, by: number): string | null {
  const over = rows[at + by];
  if (!over || rows[at]?.item.kind === "finish" || (by > 0 && over.item.kind === "finish")) return null;
  const beyond = rows[at + 2 * by]?.item.rank ?? null;
  return by < 0 ? between(beyond, over.item.rank) : between(over.item.rank, beyond);
}

/** A break stands before the last work, where the others are likely to need it. */
function rankOfBreak(rows: readonly Row[]): string | null {
  const at = rows.findLastIndex(({ item }) => item.kind === "work");
  const before = rows[at - 1];
  return rows[at] && before ? between(before.item.rank, rows[at].item.rank) : null;
}

interface SumProps {
  readonly rows: readonly Row[];
  readonly minutes: number;
  readonly give: (command: Command) => Promise<boolean>;
  readonly addBreak: (minutes: number) => void;
}

/** What does not fit or is missing, and the presses that mend it. */
function Sum({ rows, minutes, give, addBreak }: SumProps) {
  const { leads } = useSession();
  const sum = sumOf(rows);
  const missing = missingIn(rows, minutes);
  const mend = mending(rows, minutes);
  return (
    <div class="agenda-sum" role="status">
      <p class={sum > minutes ? "wrong" : ""}>{allotted(sum, minutes)}</p>
      {leads.value && mend ? (
        <button
          type="button"
          class="link"
          onClick={() => void give({ do: "edit_item", item: mend.row.id, minutes: mend.minutes })}
        >
          {say("prepare-fit-item", { title: mend.row.item.title, minutes: mend.minutes })}
        </button>
      ) : null}
      {leads.value && sum !== minutes && sum >= LIMITS.shortest && sum <= LIMITS.longest ? (
        <button type="button" class="link" onClick={() => void give({ do: "edit_contract", minutes: sum })}>
          {say("prepare-sum", { minutes: sum })}
        </button>
      ) : null}
      {missing > 0 ? (
        <>
          <p class="wrong">{say("prepare-lacking", { minutes, lacking: missing })}</p>
          {leads.value ? (
            <button type="button" class="link" onClick={() => addBreak(Math.max(missing, pauseLength(minutes)))}>
              {say("prepare-break-add", { minutes: Math.max(missing, pauseLength(minutes)) })}
            </button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
