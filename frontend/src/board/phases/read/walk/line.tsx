import { useComputed } from "@preact/signals";
import { useEdge } from "../../../../kit/page/edges";
import { say } from "../../../../words/say";
import { useReading } from "../reading";

/** With more ideas a mark would be thinner than a pixel of a phone, so a mark is several. */
const MOST_MARKS = 200;

/** The line of ideas: a mark each, read, here or to come. It is the slider, too. */
export function Line() {
  const reading = useReading();
  const { length } = reading.ideas.value;
  const each = Math.max(1, Math.ceil(length / MOST_MARKS));
  const at = reading.at.value;
  const edge = useEdge<HTMLDivElement>("bottom");
  if (length < 2) return null;
  return (
    <div ref={edge} class="idea-line">
      <div class={length > 80 ? "marks dense" : "marks"} aria-hidden="true">
        {Array.from({ length: Math.ceil(length / each) }, (_, mark) => (
          <Mark key={mark} from={mark * each} to={(mark + 1) * each} />
        ))}
      </div>
      <input
        type="range"
        min={1}
        max={length}
        value={at + 1}
        aria-label={say("read-line")}
        aria-valuetext={say("read-place", { number: String(reading.idea.value?.number ?? 0), count: length })}
        onInput={(event) => reading.go(reading.look.peek(), Number(event.currentTarget.value) - 1)}
      />
    </div>
  );
}

/** Draws again only when it changes itself. */
function Mark({ from, to }: { from: number; to: number }) {
  const reading = useReading();
  const look = useComputed(() => {
    const mine = reading.ideas.value.slice(from, to);
    const shown = reading.shown();
    if (mine.some((idea) => shown.includes(idea))) return "here";
    return mine.every(({ number }) => reading.marks.value.has(number)) ? "read" : "";
  });
  return <i class={look.value} />;
}
