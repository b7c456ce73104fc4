/** The agenda: what was planned and what it took. Whoever leads changes it here, by keyboard too. */

import { useId, useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { between } from "../../../../kit/rank";
import { newId } from "../../../../live/random";
import { say } from "../../../../words/say";
import { longestTitle } from "../../../agenda";
import { useSession } from "../../../use-session";
import { isAlone } from "../../../verdicts";
import { Why } from "../../why";
import { ItemBoardLine } from "../board/item-line";
import { Name } from "../people/name";
import { type Piece, pieces } from "../time/course";
import { tone } from "../time/use-moments";
import { useAsk, useBoardOpen, usePeople } from "../use-work";

const MINUTE = 60;

export function Agenda() {
  const session = useSession();
  const { roots, meta, leads } = session;
  const all = pieces(roots.agenda.value);
  const boardOpen = useBoardOpen();
  const sound = tone(session);
  return (
    <div class="inside">
      <ol class="agenda-list">
        {all.map((piece) => (
          <AgendaLine key={piece.id} piece={piece} all={all} running={meta.value.clock?.item === piece.id} />
        ))}
      </ol>
      {leads.value && (
        <div hidden={boardOpen}>
          <AddItem all={all} />
        </div>
      )}
      <label class="sound">
        <input type="checkbox" checked={sound.on} onChange={(event) => sound.set(event.currentTarget.checked)} />
        <span>{say("working-sound")}</span>
      </label>
      {leads.value && <WhoseClock />}
    </div>
  );
}

interface LineProps {
  readonly piece: Piece;
  readonly all: readonly Piece[];
  readonly running: boolean;
}

function AgendaLine({ piece, all, running }: LineProps) {
  const { roots, leads } = useSession();
  const boardOpen = useBoardOpen();
  const people = usePeople().filter(({ taken }) => taken === piece.id);
  const [editing, setEditing] = useState(false);
  const planned = roots.agenda.value.get(piece.id)?.minutes ?? 0;
  const waits = !running && piece.spent === null && !piece.skipped;
  const minutes = Math.round((piece.spent ?? piece.length) / MINUTE);
  return (
    <li class={running ? "now" : waits ? "" : "gone"} aria-current={running ? "step" : undefined}>
      <p class="agenda-line">
        <b dir="auto">{piece.title}</b>
        <span>
          {piece.skipped
            ? say("working-skipped")
            : minutes === planned
              ? say("working-minutes", { minutes })
              : say("working-minutes-planned", { minutes, planned })}
        </span>
        {!boardOpen && people.map((person) => <Name key={person.id} person={person} />)}
      </p>
      <ItemBoardLine piece={piece} running={running} />
      <span class="item-acts" hidden={boardOpen}>
        {(waits || running) && piece.kind === "work" && <TakeItem piece={piece} />}
        {leads.value && (waits || running) && (
          <Button
            look="plain"
            size="s"
            aria-expanded={editing ? "true" : "false"}
            aria-label={say("working-change-item", { item: piece.title })}
            onClick={() => setEditing(!editing)}
          >
            {say("working-change")}
          </Button>
        )}
      </span>
      {editing && (
        <div hidden={boardOpen}>
          <EditItem piece={piece} planned={planned} all={all} waits={waits} onDone={() => setEditing(false)} />
        </div>
      )}
    </li>
  );
}

/** The press that takes an item to work on, or leaves it. A person alone has no use for it. */
function TakeItem({ piece: { id, title } }: { readonly piece: Piece }) {
  const { myself } = useSession();
  const alone = usePeople().length <= 1;
  const asking = useAsk();
  if (!myself.value || alone) return null;
  const mine = myself.value.taken === id;
  return (
    <>
      <Button
        look="plain"
        size="s"
        busy={asking.busy}
        aria-label={say(mine ? "working-leave-place" : "working-take-place", { heading: title })}
        onClick={() => void asking.run({ do: "take", item: mine ? null : id })}
      >
        {mine ? say("working-leave") : say("working-take")}
      </Button>
      <Why text={asking.why} />
    </>
  );
}

interface EditProps {
  readonly piece: Piece;
  readonly planned: number;
  readonly all: readonly Piece[];
  readonly waits: boolean;
  readonly onDone: () => void;
}

function EditItem({ piece, planned, all, waits, onDone }: EditProps) {
  const { roots, meta } = useSession();
  const asking = useAsk();
  const [title, setTitle] = useState(piece.title);
  const [minutes, setMinutes] = useState(String(planned));
  const at = all.findIndex(({ id }) => id === piece.id);
  const item = piece.id;
  const rankAt = (n: number): string | null => roots.agenda.value.get(all[n]?.id ?? "")?.rank ?? null;
  const move = (step: -1 | 1): void => {
    const rank = step < 0 ? between(rankAt(at - 2), rankAt(at - 1)) : between(rankAt(at + 1), rankAt(at + 2));
    if (rank !== null) void asking.run({ do: "edit_item", item, rank });
  };
  const other = (n: number): boolean => {
    const found = all[n];
    return found !== undefined && found.spent === null && found.id !== meta.value.clock?.item;
  };
  const save = async (): Promise<void> => {
    if (await asking.run({ do: "edit_item", item, title, minutes: Number(minutes) })) onDone();
  };
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={say("working-item-title")}
        value={title}
        onInput={setTitle}
        max={longestTitle(piece.kind)}
        autofocus
      />
      <Field label={say("working-item-minutes")} kind="number" value={minutes} onInput={setMinutes} />
      <Why text={asking.why} />
      <p class="acts">
        <Button look="ink" size="s" type="submit" busy={asking.busy}>
          {say("working-save")}
        </Button>
        {waits && other(at - 1) && (
          <Button look="plain" size="s" busy={asking.busy} onClick={() => move(-1)}>
            {say("working-earlier-on")}
          </Button>
        )}
        {waits && other(at + 1) && (
          <Button look="plain" size="s" busy={asking.busy} onClick={() => move(1)}>
            {say("working-later-on")}
          </Button>
        )}
        {waits && (
          <Button look="plain" size="s" busy={asking.busy} onClick={() => void asking.run({ do: "remove_item", item })}>
            {say("working-remove-item")}
          </Button>
        )}
        <Button look="plain" size="s" onClick={onDone}>
          {say("working-close")}
        </Button>
      </p>
    </form>
  );
}

const KINDS = ["work", "break", "board"] as const;
type Kind = (typeof KINDS)[number];

/** Alone and side by side there is nothing to find together. */
function KindOfItem({ kind, onChoose }: { readonly kind: Kind; readonly onChoose: (kind: Kind) => void }) {
  const { meta } = useSession();
  const name = useId();
  const together = !isAlone(meta.value.kind) && meta.value.kind !== "coworking";
  return (
    <fieldset class="few">
      <legend class="visually-hidden">{say("working-item-kind")}</legend>
      {KINDS.filter((one) => together || one !== "board").map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={kind === one} onChange={() => onChoose(one)} />
          <span>{say(`working-item-${one}`)}</span>
        </label>
      ))}
      {kind === "board" && <p class="small">{say("working-item-board-hint")}</p>}
    </fieldset>
  );
}

/** One more item, before the last one, which is Finish. */
function AddItem({ all }: { readonly all: readonly Piece[] }) {
  const { roots } = useSession();
  const asking = useAsk();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [minutes, setMinutes] = useState("5");
  const [kind, setKind] = useState<Kind>("work");
  if (!open) {
    return (
      <Button look="plain" size="s" icon="plus" onClick={() => setOpen(true)}>
        {say("working-add-item")}
      </Button>
    );
  }
  const add = async (): Promise<void> => {
    const rank = (piece: Piece | undefined) => roots.agenda.value.get(piece?.id ?? "")?.rank ?? null;
    const done = await asking.run({
      do: "add_item",
      item: newId(),
      title,
      minutes: Number(minutes),
      kind,
      rank: between(rank(all.at(-2)), rank(all.at(-1))),
    });
    if (!done) return;
    setTitle("");
    setOpen(false);
  };
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={say("working-item-title")} value={title} onInput={setTitle} max={longestTitle(kind)} autofocus />
      <Field label={say("working-item-minutes")} kind="number" value={minutes} onInput={setMinutes} />
      <KindOfItem kind={kind} onChoose={setKind} />
      <Why text={asking.why} />
      <p class="acts">
        <Button look="ink" size="s" type="submit" busy={asking.busy}>
          {say("working-add")}
        </Button>
        <Button look="plain" size="s" onClick={() => setOpen(false)}>
          {say("working-close")}
        </Button>
      </p>
    </form>
  );
}

/** The lead takes the clock, or gives it back to everybody. */
function WhoseClock() {
  const { meta } = useSession();
  const asking = useAsk();
  const mine = meta.value.clock_by === "lead";
  return (
    <>
      <p class="whose-clock">
        <span>{mine ? say("working-clock-lead") : say("working-clock-everyone")}</span>
        <Button
          size="s"
          busy={asking.busy}
          onClick={() => void asking.run({ do: "set_clock", clock: mine ? "everyone" : "lead" })}
        >
          {mine ? say("working-give-clock") : say("working-take-clock")}
        </Button>
      </p>
      <Why text={asking.why} />
    </>
  );
}
