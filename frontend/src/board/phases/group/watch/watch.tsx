import { batch, useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { tintOf } from "../../../../kit/tint";
import { say } from "../../../../words/say";
import type { Idea } from "../../../engine/state";
import { assign, type Lanes } from "../wall/lanes";
import { useWall } from "../wall/use-wall";
import { LOOSE } from "../wall/wall";
import { packed, runs } from "./pack";
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

/** On what somebody holds in their hands it is a page to scroll: the narrowest column, and the widest such page (px). */
const HELD = { column: 260, widest: 960, size: 15, lines: 4 };

/** A piece of a box: a long one goes on in the next column, so that it makes nobody's type small. */
interface Piece {
  readonly key: string;
  readonly box: string;
  readonly ideas: readonly Idea[];
  readonly from: number;
  readonly of: number;
  readonly weight: number;
}

/** The big screen: no controls, type as large as lets everything fit; what still does not fit is counted. */
export function WatchWall() {
  const wall = useWall();
  const { clusters, loose } = wall.board.state;
  const root = useRef<HTMLDivElement>(null);
  const level = useSignal(0);
  /** How many ideas at the end of a piece are only counted. */
  const left = useSignal<ReadonlyMap<string, number>>(new Map());
  const room = useSignal({ height: window.innerHeight, free: 0, across: window.innerWidth });
  const lanes = useRef<Lanes>([]);
  const { height, free, across } = room.value;
  const held = across < HELD.widest;
  const now = held
    ? { ...HELD, columns: Math.max(1, Math.floor(across / HELD.column)) }
    : (LEVELS[level.value] ?? LEVELS[0]);
  const size = held ? HELD.size : (now.size * Math.max(height, 480)) / 1080;
  const width = (across / now.columns - 4 * size) / (size * 0.52);
  const weigh = (idea: Idea) => Math.min(now.lines, Math.ceil((idea.text ?? "").length / width)) + GAP;
  const boxes = useComputed(() =>
    [...clusters.value, { id: LOOSE, ideas: loose.value }].map(({ id, ideas }) => ({
      id,
      ideas: ideas.filter((idea) => idea.text !== null),
    })),
  ).value;
  const total = boxes.reduce((sum, { ideas }) => sum + ideas.reduce((lines, idea) => lines + weigh(idea), HEAD), 0);
  const pieces = boxes.flatMap(({ id, ideas }) => cut(id, ideas, weigh, Math.max(8, total / now.columns - HEAD)));
  const weights = pieces.map(({ key, weight }) => ({ id: key, weight }));
  const before = lanes.current.length === now.columns ? lanes.current : packed(weights, now.columns);
  lanes.current = assign(before, now.columns, weights);
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]));

  useLayoutEffect(() => {
    const element = root.current;
    if (!element || held || free === 0 || element.scrollHeight <= element.clientHeight + 1) return;
    if (level.value < DENSEST) {
      level.value += 1;
      return;
    }
    const next = new Map(left.value);
    for (const lane of element.querySelectorAll<HTMLElement>(".watch-lane")) {
      const over = lane.scrollHeight - free;
      const fullest = [...lane.querySelectorAll<HTMLElement>("[data-piece]")].sort(
        (one, two) => rowsIn(two) - rowsIn(one),
      )[0];
      const row = fullest?.querySelector("li")?.getBoundingClientRect().height;
      if (over <= 0 || !row || !fullest?.dataset.piece || rowsIn(fullest) <= FEWEST) continue;
      const drop = Math.min(rowsIn(fullest) - FEWEST, Math.ceil(over / row) + 1);
      next.set(fullest.dataset.piece, (next.get(fullest.dataset.piece) ?? 0) + drop);
    }
    if ([...next].some(([key, n]) => n !== left.value.get(key))) left.value = next;
  });
  // Ideas come and go: now and then it may be roomier again.
  useLayoutEffect(() => {
    const again = () => {
      lanes.current = [];
      const top = (root.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      batch(() => {
        level.value = 0;
        left.value = new Map();
        room.value = {
          height: window.innerHeight,
          free: window.innerHeight - top - 16,
          across: window.innerWidth,
        };
      });
    };
    again();
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, [boxes.length]);
  return (
    <>
      <h1 class="watch-question" dir="auto">
        {wall.board.state.meta.value.question}
      </h1>
      <div
        ref={root}
        class={held ? "watch-wall held" : "watch-wall"}
        data-level={level.value}
        style={{
          "--lines": String(now.lines),
          blockSize: held ? "auto" : `${free}px`,
          fontSize: `${size}px`,
        }}
      >
        {lanes.current.map((lane, at) => (
          <div key={at} class="watch-lane">
            {lane.map((key) => {
              const piece = byKey.get(key);
              return piece ? <WatchBox key={key} piece={piece} left={left.value.get(key) ?? 0} /> : null;
            })}
          </div>
        ))}
      </div>
    </>
  );
}

/** What a head takes, and the space around an idea, in lines. */
const HEAD = 2.2;
const GAP = 0.7;

function cut(box: string, ideas: readonly Idea[], weigh: (idea: Idea) => number, most: number): Piece[] {
  if (ideas.length === 0 && box === LOOSE) return [];
  let from = 0;
  return runs(ideas, weigh, most).map((run, at) => {
    const weight = run.reduce((sum, idea) => sum + weigh(idea), HEAD);
    const piece = { key: `${box}/${at}`, box, ideas: run, from, of: ideas.length, weight };
    from += run.length;
    return piece;
  });
}

function rowsIn(piece: HTMLElement): number {
  return piece.querySelectorAll("li").length;
}

function WatchBox({ piece, left }: { piece: Piece; left: number }) {
  const { state } = useWall().board;
  const { box, ideas, from, of } = piece;
  const cluster = box === LOOSE ? undefined : state.cluster(box).value;
  const letter = cluster?.letter;
  const shown = ideas.slice(0, Math.max(0, ideas.length - left));
  return (
    <section
      class={letter ? "watch-box" : "watch-box none"}
      data-tint={letter ? tintOf(letter) : undefined}
      data-piece={piece.key}
      {...(box === LOOSE ? { "data-loose": "" } : { "data-cluster": box })}
    >
      <h2>
        {letter ? (
          <span class="letter" translate={false} aria-hidden="true">
            {letter}
          </span>
        ) : null}
        <span dir="auto">{letter ? cluster?.name || say("group-lettered", { letter }) : say("group-loose")}</span>
        <small>{from > 0 ? say("group-continued") : of}</small>
      </h2>
      <ul>
        {shown.map((idea) => (
          <li key={idea.id} data-idea={idea.id}>
            <span class="number" translate={false}>
              {idea.number}
            </span>
            <p dir="auto">{idea.text}</p>
          </li>
        ))}
      </ul>
      {shown.length < ideas.length ? (
        <p class="rest">{say("group-others", { count: ideas.length - shown.length })}</p>
      ) : null}
    </section>
  );
}
