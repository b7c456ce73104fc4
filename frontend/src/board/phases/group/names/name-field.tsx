import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { composing } from "../../../../kit/text/input";
import { length as lengthOf, trimmed } from "../../../../kit/text/rules";
import { LIMITS } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { rename } from "../acts";
import { useWall } from "../wall/use-wall";

/** Renaming in place: Enter and leaving save, Esc does not. What is too long stays in the field and is counted. */
export function NameField({ id, name }: { id: string; name: string }) {
  const wall = useWall();
  const field = useRef<HTMLInputElement>(null);
  const text = useSignal(name);
  const over = lengthOf(text.value) - LIMITS.groupName;
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    // A new group stands at the foot of its column, which may be far down.
    field.current?.closest("[data-cluster]")?.scrollIntoView({ block: "nearest" });
  }, []);
  const close = (focus: boolean) => {
    if (wall.renaming.peek() !== id) return;
    wall.renaming.value = null;
    if (focus) requestAnimationFrame(() => refocus(id));
  };
  const save = (focus: boolean) => {
    const wanted = trimmed(text.peek());
    if (wall.renaming.peek() !== id || lengthOf(wanted) > LIMITS.groupName) return;
    close(focus);
    if (wanted !== name) void rename(wall, id, wanted);
  };
  return (
    <div class="naming">
      <input
        ref={field}
        type="text"
        dir="auto"
        autoComplete="off"
        enterKeyHint="done"
        aria-label={say("group-name-label")}
        aria-invalid={over > 0 ? "true" : undefined}
        placeholder={say("group-unnamed")}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
        onBlur={() => save(false)}
        onKeyDown={(event) => {
          if (composing(event)) return;
          if (event.key === "Enter") save(true);
          if (event.key !== "Escape") return;
          event.stopPropagation();
          close(true);
        }}
      />
      {over > 0 ? <span class="over">{say("group-name-too-long", { over })}</span> : null}
    </div>
  );
}

function refocus(id: string): void {
  document.querySelector<HTMLElement>(`[data-cluster="${CSS.escape(id)}"] [data-name]`)?.focus({ preventScroll: true });
}
