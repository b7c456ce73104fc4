import { Menu, type MenuItem } from "../../../kit/menu";
import { composing } from "../../../kit/text/input";
import { say } from "../../../words/say";
import { type Command, LIMITS, type Person } from "../../../worksession.generated";
import { longestTitle, type Row } from "../../agenda";
import { useSession } from "../../use-session";
import { Carried } from "./carried";
import { useDraft } from "./draft";
import { Take, Takers } from "./take";
import { afterStart, clockTime } from "./times";

interface AgendaRowProps {
  readonly row: Row;
  readonly last: boolean;
  /** Of the whole session. */
  readonly minutes: number;
  readonly give: (command: Command) => Promise<boolean>;
  readonly move: (by: number) => void;
  readonly canMove: (by: number) => boolean;
}

export function AgendaRow({ row, last, minutes, give, move, canMove }: AgendaRowProps) {
  const { meta, leads, myself } = useSession();
  const { id, item, from, over } = row;
  const { starts } = meta.value.contract;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey && !composing(event) ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    if (canMove(by)) move(by);
  };
  return (
    <li
      class={`${item.kind === "break" ? "rest" : ""}${over ? " over" : ""}`}
      style={{ "--from": String(from), "--length": String(item.minutes), "--end": String(minutes) }}
      data-item={id}
      onKeyDown={leads.value ? onKeyDown : undefined}
    >
      <time>{starts === null ? afterStart(from) : clockTime(starts + from * 60)}</time>
      <span class="row-title">
        {leads.value ? <Title row={row} /> : <b dir="auto">{item.title}</b>}
        <Carried from={item.from} />
        <Takers row={row} />
      </span>
      <i aria-hidden="true" />
      {leads.value ? (
        <>
          <input
            type="number"
            inputMode="numeric"
            class="row-minutes"
            min={1}
            max={LIMITS.longest}
            value={item.minutes}
            aria-label={say("prepare-item-minutes", { title: item.title })}
            onChange={(event) => {
              const length = event.currentTarget.valueAsNumber;
              if (Number.isInteger(length) && length > 0) void give({ do: "edit_item", item: id, minutes: length });
              else event.currentTarget.value = String(item.minutes);
            }}
          />
          <Menu
            button={{ look: "plain", icon: "more", "aria-label": say("prepare-item-more", { title: item.title }) }}
            items={[...choices(row, last, give, move, canMove), ...taking(row, myself.value, give)]}
          />
        </>
      ) : (
        <>
          <span class="row-minutes">{item.minutes}</span>
          <Take row={row} />
        </>
      )}
      {item.kind === "board" && <small class="on-board">{say("prepare-board-hint")}</small>}
    </li>
  );
}

function Title({ row: { id, item } }: { readonly row: Row }) {
  const { ask } = useSession();
  const draft = useDraft(item.title, longestTitle(item.kind), (title) => ask({ do: "edit_item", item: id, title }));
  return (
    <>
      <input
        value={draft.text}
        dir="auto"
        autocomplete="off"
        aria-label={say("prepare-item-title")}
        aria-invalid={draft.why ? "true" : undefined}
        onInput={(event) => draft.onInput(event.currentTarget.value)}
        onBlur={draft.settle}
      />
      {draft.why ? (
        <span class="plan-note wrong" role="alert">
          {draft.why}
        </span>
      ) : null}
    </>
  );
}

/** Whoever leads takes an item as everybody does; its row has one button for all that can be done with it. */
function taking({ id, item }: Row, me: Person | null, give: AgendaRowProps["give"]): readonly MenuItem[] {
  if (me === null || item.kind !== "work") return [];
  const mine = me.taken === id;
  return [
    {
      key: "take",
      label: say(mine ? "prepare-let-go" : "prepare-take", { title: item.title }),
      onSelect: () => void give({ do: "take", item: mine ? null : id }),
    },
  ];
}

function choices(
  { id, item }: Row,
  last: boolean,
  give: AgendaRowProps["give"],
  move: AgendaRowProps["move"],
  canMove: AgendaRowProps["canMove"],
): readonly MenuItem[] {
  return [
    { key: "up", label: say("prepare-item-up"), disabled: !canMove(-1), onSelect: () => move(-1) },
    { key: "down", label: say("prepare-item-down"), disabled: !canMove(1), onSelect: () => move(1) },
    {
      key: "remove",
      label: say("prepare-item-remove"),
      disabled: last && item.kind === "finish",
      onSelect: () => void give({ do: "remove_item", item: id }),
    },
  ];
}
