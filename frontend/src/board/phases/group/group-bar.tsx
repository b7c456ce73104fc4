import { useRef } from "preact/hooks";
import { group as words } from "../../../words/group";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { Bar } from "../../shell/bar";
import { Count } from "../../shell/counts";
import { undo } from "./acts";
import { Merges } from "./merges";
import { useWall } from "./use-wall";
import "./group-bar.css";

/** The footer of Group: counts, find, and what can be taken back; the frame adds the way on. */
export function GroupBar() {
  const wall = useWall();
  const { state, undo: own } = wall.board;
  const loose = state.loose.value.length;
  const [grouped, notYet] = words.counts(state.ideas.value.length - loose, loose);
  const counts = (
    <>
      <Count of={split(grouped)} />
      <Count of={split(notYet)} />
    </>
  );
  const last = own.last.value;
  return (
    <Bar
      start={counts}
      middle={
        <>
          <Find />
          {wall.free.value ? <Merges /> : null}
        </>
      }
      actions={
        wall.free.value ? (
          <Button
            icon="undo"
            class="undo"
            aria-disabled={last ? undefined : "true"}
            onClick={() => (last ? void undo(wall) : undefined)}
          >
            <span class="undo-words">{last?.label ?? words.undo}</span>
          </Button>
        ) : null
      }
    />
  );
}

/** "39 grouped" with the number strong. */
function split(text: string): [string, string] {
  const at = text.indexOf(" ");
  return [text.slice(0, at), text.slice(at + 1)];
}

function Find() {
  const wall = useWall();
  const field = useRef<HTMLInputElement>(null);
  const found = wall.found.value;
  const clear = () => {
    wall.sought.value = "";
  };
  return (
    <search class="find">
      <Lens />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        dir="auto"
        autoComplete="off"
        aria-label={words.findLabel}
        placeholder={words.findLabel}
        value={wall.sought.value}
        onInput={(event) => {
          wall.sought.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.isComposing) return;
          clear();
        }}
      />
      <span class="found" aria-live="polite">
        {found ? words.findCount(found.size) : ""}
      </span>
      {found ? (
        <button
          type="button"
          class="find-clear"
          aria-label={words.findClear}
          onClick={() => {
            clear();
            field.current?.focus();
          }}
        >
          <Icon name="close" size={16} />
        </button>
      ) : null}
    </search>
  );
}

function Lens() {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={18} height={18} aria-hidden="true" focusable="false">
      <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20" />
    </svg>
  );
}
