import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { group as words } from "../../../words/group";
import { assign, type Lanes } from "./lanes";
import { tintOf } from "./tint";
import { useWall } from "./use-wall";
import { LOOSE } from "./wall";
import "./watch.css";

/** From roomy to dense: columns, type size in px at 1080 px of height, lines of an idea. */
const LEVELS = [
  { columns: 3, size: 26, lines: 4 },
  { columns: 4, size: 22, lines: 3 },
  { columns: 5, size: 19, lines: 3 },
  { columns: 5, size: 17, lines: 2 },
  { columns: 6, size: 15, lines: 2 },
  { columns: 6, size: 14, lines: 1 },
  { columns: 7, size: 12, lines: 1 },
] as const;
const DENSEST = LEVELS.length - 1;

/** The big screen: no controls, type as large as lets everything fit; what still does not fit is counted. */
export function WatchWall() {
  const wall = useWall();
  const root = useRef<HTMLDivElement>(null);
  const level = useSignal(0);
  const room = useSignal(0);
  const lanes = useRef<Lanes>([]);
  const weights = useComputed(() => {
    const { clusters, loose } = wall.board.state;
    const boxes = clusters.value.map(({ id, ideas }) => ({ id, weight: ideas.length + 2 }));
    return loose.value.length > 0 ? [{ id: LOOSE, weight: loose.value.length + 2 }, ...boxes] : boxes;
  });
  const now = LEVELS[level.value] ?? LEVELS[0];
  lanes.current = assign(lanes.current.length === now.columns ? lanes.current : [], now.columns, weights.value);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const overflows = element.scrollHeight > element.clientHeight + 1;
    if (overflows && level.value < DENSEST) level.value += 1;
  });
  useLayoutEffect(() => {
    const again = () => {
      level.value = 0;
      room.value = window.innerHeight;
    };
    again();
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, []);
  return (
    <div
      ref={root}
      class="watch-wall"
      data-level={level.value}
      style={{ "--lines": String(now.lines), fontSize: `${(now.size * Math.max(room.value, 480)) / 1080}px` }}
    >
      {lanes.current.map((lane, at) => (
        <div key={at} class="watch-lane">
          {lane.map((id) => (
            <WatchBox key={id} id={id} />
          ))}
        </div>
      ))}
    </div>
  );
}

function WatchBox({ id }: { id: string }) {
  const { state } = useWall().board;
  const cluster = id === LOOSE ? undefined : state.cluster(id).value;
  const ideas = id === LOOSE ? state.loose.value : (cluster?.ideas ?? []);
  const letter = cluster?.letter;
  return (
    <section
      class={letter ? "watch-box" : "watch-box none"}
      data-tint={letter ? tintOf(letter) : undefined}
      {...(id === LOOSE ? { "data-loose": "" } : { "data-cluster": id })}
    >
      <h2>
        {letter ? (
          <span class="letter" aria-hidden="true">
            {letter}
          </span>
        ) : null}
        <span dir="auto">{letter ? cluster?.name || words.unnamedIn(letter) : words.loose}</span>
        <small>{ideas.length}</small>
      </h2>
      <ul>
        {ideas.map((idea) =>
          idea.text === null ? null : (
            <li key={idea.id} data-idea={idea.id}>
              <span class="number">{idea.number}</span>
              <p dir="auto">{idea.text}</p>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
