import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { tintOf } from "../../../../kit/tint";
import type { Option, Round, TallyLine } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { type Landing, landed, landings } from "../../../parts/count/landing";
import { rowsOf } from "../../../parts/count/rows";
import { sawCount } from "../../../parts/count/witness";
import { BoldMark } from "../../../parts/options/dots";
import { titleOf } from "../../../parts/options/option-head";
import { Wall } from "../../../parts/wall/frame";
import "./counted.css";

const ROWS = 5;
/** More dots than this are a bar: nobody counts them. */
const DRAWN = 40;
/** The most room for the dots of a row, and the largest dot with the gap after it, in units of the wall. */
const ACROSS = 64;
const DOT = 5.4;
/** What the other columns of a row take, and the width of a letter in the first row, in units of the wall. */
const OTHERS = 30;
const LETTER = 4;

/** How wide a row of dots is, in dots: a fifth one is followed by a wider gap. */
const widthOf = (dots: number): number => dots + Math.floor((dots - 1) / 5) * 0.4;

/** The milliseconds since the first dot fell; null: all of them lie. It runs only where this page saw the vote close. */
function useFalling(round: number, length: number, from: boolean): number | null {
  const [at, setAt] = useState<number | null>(from ? 0 : null);
  useLayoutEffect(() => {
    if (!from) return undefined;
    const start = performance.now();
    let frame = 0;
    const go = (): void => {
      const now = performance.now() - start;
      setAt(now < length ? now : null);
      if (now < length) frame = requestAnimationFrame(go);
    };
    frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [round]);
  return at;
}

/** The count: the best options large, the lowest of them first, and the others as a number. */
export function Counted() {
  const { state } = useBoard();
  const round = state.meta.value.rounds.at(-1);
  return round ? <Count key={round.round} round={round} /> : null;
}

function Count({ round }: { round: Round }) {
  const board = useBoard();
  const { criterion } = board.state.meta.value;
  const { lines, tied, rest } = rowsOf(round.tally, ROWS);
  const dots = lines.map((line) => line.dots);
  const { rows, length } = useMemo(() => landings(dots), [round]);
  const still = useMemo(() => matchMedia("(prefers-reduced-motion: reduce)").matches || !sawCount(board), []);
  const at = useFalling(round.round, length, !still && length > 0);
  const most = Math.max(1, ...dots);
  const size = Math.min(DOT, ACROSS / widthOf(most));
  const across = most > DRAWN ? ACROSS : widthOf(most) * size;
  const unit = Math.min(window.innerHeight / 100, window.innerWidth * 0.00665);
  const letters = ((window.innerWidth * 0.9) / unit - across - OTHERS) / LETTER;
  const given = round.tally.reduce((sum, line) => sum + line.dots, 0);
  const leads = lines.length > 1 && dots[0] !== dots[1];
  return (
    <Wall class="watch-decide" now={say("screen-count", { people: round.ballots, dots: given })}>
      <div
        class={`wall-count${at === null ? "" : " falling"}`}
        style={{ "--dot": String(size), "--across": String(across), "--digits": String(String(most).length) }}
      >
        <h1 tabIndex={-1} dir="auto">
          {given === 0 ? say("decide-none") : (criterion ?? say("board-no-criterion"))}
        </h1>
        <ol class={leads ? "leads" : ""}>
          {lines.map((line, index) => (
            <Row key={line.option} line={line} round={round} landing={rows[index]} at={at} letters={letters} />
          ))}
          {tied ? (
            <li class="tied">
              <h2>{say("screen-tied", tied)}</h2>
            </li>
          ) : null}
        </ol>
        {rest || round.tally.some((line) => line.bold > 0) ? (
          <p class="rest">
            <b>{rest ? say("screen-options-rest", rest) : ""}</b>
            {lines.some((line) => line.bold > 0) ? (
              <span>
                <BoldMark /> {say("screen-risk")}
              </span>
            ) : null}
          </p>
        ) : null}
      </div>
    </Wall>
  );
}

interface RowProps {
  readonly line: TallyLine;
  readonly round: Round;
  readonly landing: Landing | undefined;
  /** How long a name may be to stand larger in the first row. */
  readonly letters: number;
  /** See `useFalling`. */
  readonly at: number | null;
}

function Row({ line, round, landing, at, letters }: RowProps) {
  const { state } = useBoard();
  const option = round.options.find((one) => one.option === line.option);
  if (!option) return null;
  const lie = at === null || !landing ? line.dots : landed(landing, at);
  const open = at === null || !landing || at >= landing.from;
  const title = titleOf(option, state);
  const words = option.kind === "idea" || !option.named;
  return (
    <li class={`${open ? "" : "coming"}${lie === line.dots ? " full" : ""}`}>
      <Badge option={option} />
      <h2 class={words ? "words" : title.length <= letters ? "short" : ""}>
        <bdi dir="auto">{title}</bdi>
      </h2>
      <Dots lie={lie} of={line.dots} most={Math.max(...round.tally.map((one) => one.dots))} />
      <span class="bold">
        {line.bold > 0 ? <BoldMark /> : null}
        {line.bold > 1 ? <span>{line.bold}</span> : null}
      </span>
      <b class="sum">{lie}</b>
    </li>
  );
}

function Badge({ option }: { option: Option }) {
  return option.letter ? (
    <b class="sign" data-tint={tintOf(option.letter)} translate={false}>
      {option.letter}
    </b>
  ) : (
    <b class="sign lone" translate={false}>
      {option.number}
    </b>
  );
}

/** Dots in fives; very many are a bar. The number beside them says the same. */
function Dots({ lie, of, most }: { lie: number; of: number; most: number }) {
  if (most > DRAWN) return <span class="count-bar" aria-hidden="true" style={{ "--share": String(lie / most) }} />;
  return (
    <span class="marks" aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        <i key={at} class={at < lie ? "on" : ""} />
      ))}
    </span>
  );
}
