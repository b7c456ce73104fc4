import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { toast } from "../../../../kit/feedback";
import { marked } from "../../../../kit/marked";
import { usePhone } from "../../../../kit/page/use-phone";
import { say } from "../../../../words/say";
import { type Reading, useReading } from "../reading";
import { Chevron } from "./chevron";
import "./steps.css";

/** In the bar: back, the number that is shown and can be typed over, and on. On phones they are under the thumb instead. */
export function Steps() {
  const reading = useReading();
  const phone = usePhone();
  useArrowKeys(reading);
  if (phone || reading.comparing.value) return null;
  if (reading.look.value === "all") {
    return <Button onClick={() => reading.go("one", reading.unread())}>{say("read-one-by-one")}</Button>;
  }
  const pages = reading.look.value === "page";
  return (
    <nav class="steps" aria-label={say("read-steps")}>
      <Button
        aria-label={pages ? say("read-previous-page") : say("read-previous")}
        aria-disabled={reading.ends(-1) ? "true" : undefined}
        onClick={() => stepped(reading, -1)}
      >
        <Chevron to="before" />
      </Button>
      {pages ? <PageShown /> : <Jump />}
      <Button aria-disabled={reading.ends(1) ? "true" : undefined} onClick={() => stepped(reading, 1)}>
        <span class="next-words">{pages ? say("read-next-page") : say("read-next")}</span>
        <Chevron to="after" />
      </Button>
    </nav>
  );
}

function PageShown() {
  const reading = useReading();
  const { from, to } = reading.range.value;
  const count = reading.ideas.value.length;
  const words = from === to ? say("read-page-one", { number: from, count }) : say("read-page-of", { from, to, count });
  return (
    <span class="shown-now">
      {marked(words, "b", (range) => (
        <b>{range}</b>
      ))}
    </span>
  );
}

/** The number of the idea as a field: typing another one and Enter goes there. */
function Jump() {
  const reading = useReading();
  const typed = useSignal<string | null>(null);
  const number = reading.idea.value?.number ?? 0;
  const jump = (event: Event) => {
    event.preventDefault();
    const at = reading.ideas.peek().findIndex((idea) => String(idea.number) === typed.peek()?.trim());
    typed.value = null;
    if (at >= 0) reading.go("one", at);
    else toast(say("read-no-such"));
  };
  return (
    <form class="shown-now" onSubmit={jump}>
      <label>
        <span class="visually-hidden">{say("read-jump")}</span>
        <input
          inputMode="numeric"
          autocomplete="off"
          style={{ "--digits": String(String(reading.ideas.value.length).length) }}
          value={typed.value ?? String(number)}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => (typed.value = event.currentTarget.value)}
          onBlur={() => (typed.value = null)}
        />
      </label>
      {say("read-of", { count: reading.ideas.value.length })}
    </form>
  );
}

/** One step, announced: the focus stays on what was pressed. */
export function stepped(reading: Reading, by: -1 | 1): void {
  if (reading.step(by)) reading.announce();
}

/** The arrow keys step, wherever the focus is, but in fields, menus and dialogs. */
function useArrowKeys(reading: Reading): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.defaultPrevented || reading.look.peek() === "all" || reading.comparing.peek()) return;
      if (
        event.target instanceof Element &&
        event.target.closest("input, textarea, select, dialog, [role=menu], [popover]")
      )
        return;
      event.preventDefault();
      stepped(reading, (document.dir === "rtl" ? -by : by) as -1 | 1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [reading]);
}
