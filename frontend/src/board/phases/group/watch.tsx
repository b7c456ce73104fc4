import { batch, useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { group as words } from "../../../words/group";
import type { Idea } from "../../state";
import { assign, type Lanes } from "./lanes";
import { tintOf } from "./tint";
import { useWall } from "./use-wall";
import { LOOSE } from "./wall";
import "./watch.css";

/** From roomy to dense: columns, type size in px at 1080 px of height, lines of an idea. */
const LEVELS = [
  { columns: 3, size: 26, lines: 4 },
  { columns: 4, size: 23, lines: 4 },
  { columns: 4, size: 21, lines: 3 },
  { columns: 5, size: 19, lines: 3 },
  { columns: 5, size: 17, lines: 2 },
  { columns: 6, size: 16, lines: 2 },
  { columns: 6, size: 15, lines: 1 },
  { columns: 7, size: 13, lines: 1 },
] as const;
const DENSEST = LEVELS.length - 1;
const FEWEST = 3;

/** A piece of a box: a long one goes on in the next column, so that it makes nobody's type small. */
interface Piece {
  readonly key: string;
  readonly box: string;
  readonly ideas: readonly Idea[];
  readonly from: number;
  readonly of: number;
}

/** The big screen: no controls, type as large as lets everything fit; what still does not fit is counted. */
export function WatchWall() {
  const wall = useWall();
  const { clusters, loose } = wall.board.state;
  const root = useRef<HTMLDivElement>(null);
  const level = useSignal(0);
  const most = useSignal(Number.POSITIVE_INFINITY);
  const room = useSignal({ height: window.innerHeight, free: 0 });
  const lanes = useRef<Lanes>([]);
  const boxes = useComputed(() =>
    [{ id: LOOSE, ideas: loose.value }, ...clusters.value].map(({ id, ideas }) => ({
      id,
      ideas: ideas.filter((idea) => idea.text !== null),
    })),
  ).value;
  const now = LEVELS[level.value] ?? LEVELS[0];
  const rows = boxes.reduce((sum, box) => sum + box.ideas.length + HEAD, 0);
  const pieces = boxes.flatMap((box) => cut(box.id, box.ideas, Math.max(4, Math.ceil(rows / now.columns) - HEAD)));
  const weights = pieces.map(({ key, ideas }) => ({ id: key, weight: ideas.length + HEAD }));
  lanes.current = assign(lanes.current.length === now.columns ? lanes.current : [], now.columns, weights);
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]));

  useLayoutEffect(() => {
    const element = root.current;
    if (!element || element.scrollHeight <= element.clientHeight + 1) return;
    if (level.value < DENSEST) level.value += 1;
    else if (most.value > FEWEST) {
      const longest = Math.max(...pieces.map((piece) => piece.ideas.length));
      most.value = Math.max(FEWEST, Math.floor(Math.min(most.value, longest) * 0.8));
    }
  });
  // Ideas come and go: now and then it may be roomier again.
  const count = pieces.length;
  useLayoutEffect(() => {
    const again = () => {
      const top = (root.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      batch(() => {
        level.value = 0;
        most.value = Number.POSITIVE_INFINITY;
        room.value = { height: window.innerHeight, free: window.innerHeight - top - 16 };
      });
    };
    again();
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, [rows > 0, clusters.value.length]);
  const { height, free } = room.value;
  return (
    <div
      ref={root}
      class="watch-wall"
      data-level={level.value}
      data-pieces={count}
      style={{
        "--lines": String(now.lines),
        blockSize: `${free}px`,
        fontSize: `${(now.size * Math.max(height, 480)) / 1080}px`,
      }}
    >
      {lanes.current.map((lane, at) => (
        <div key={at} class="watch-lane">
          {lane.map((key) => {
            const piece = byKey.get(key);
            return piece ? <WatchBox key={key} piece={piece} most={most.value} /> : null;
          })}
        </div>
      ))}
    </div>
  );
}

/** What a head takes, in lines. */
const HEAD = 2;

function cut(box: string, ideas: readonly Idea[], longest: number): Piece[] {
  if (ideas.length === 0) return box === LOOSE ? [] : [{ key: `${box}/0`, box, ideas, from: 0, of: 0 }];
  const parts = Math.ceil(ideas.length / longest);
  const size = Math.ceil(ideas.length / parts);
  return Array.from({ length: parts }, (_, at) => ({
    key: `${box}/${at}`,
    box,
    ideas: ideas.slice(at * size, (at + 1) * size),
    from: at * size,
    of: ideas.length,
  }));
}

function WatchBox({ piece, most }: { piece: Piece; most: number }) {
  const { state } = useWall().board;
  const { box, ideas, from, of } = piece;
  const cluster = box === LOOSE ? undefined : state.cluster(box).value;
  const letter = cluster?.letter;
  const shown = ideas.slice(0, most);
  return (
    <section
      class={letter ? "watch-box" : "watch-box none"}
      data-tint={letter ? tintOf(letter) : undefined}
      {...(box === LOOSE ? { "data-loose": "" } : { "data-cluster": box })}
    >
      <h2>
        {letter ? (
          <span class="letter" aria-hidden="true">
            {letter}
          </span>
        ) : null}
        <span dir="auto">{letter ? cluster?.name || words.unnamedIn(letter) : words.loose}</span>
        <small>{from > 0 ? words.goesOn : of}</small>
      </h2>
      <ul>
        {shown.map((idea) => (
          <li key={idea.id} data-idea={idea.id}>
            <span class="number">{idea.number}</span>
            <p dir="auto">{idea.text}</p>
          </li>
        ))}
      </ul>
      {shown.length < ideas.length ? <p class="rest">{words.others(ideas.length - shown.length)}</p> : null}
    </section>
  );
}
