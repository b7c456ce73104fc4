import { useRef } from "preact/hooks";
import { Icon } from "../../../../kit/icon";
import { composing } from "../../../../kit/text/input";
import { say } from "../../../../words/say";
import { useWall } from "../wall/use-wall";
import "./find-box.css";

/** Filters as one types; Esc clears. In the footer, and on a phone above the groups. */
export function Find() {
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
        aria-label={say("group-find-idea")}
        placeholder={say("group-find-idea")}
        value={wall.sought.value}
        onInput={(event) => {
          wall.sought.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !composing(event)) clear();
        }}
      />
      <span class="found" aria-live="polite">
        {found ? say("group-found", { count: found.size }) : ""}
      </span>
      {found ? (
        <button
          type="button"
          class="find-clear"
          aria-label={say("group-find-clear")}
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
