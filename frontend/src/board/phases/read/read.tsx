import type { ComponentChildren } from "preact";
import { Button } from "../../../kit/button";
import { Empty } from "../../../kit/empty";
import { lazy } from "../../../kit/lazy";
import { usePhone } from "../../../kit/page/use-phone";
import { say } from "../../../words/say";
import type { Board } from "../../engine/boot";
import { countOf } from "../../engine/document/counting";
import type { Idea } from "../../engine/state";
import { useBoard } from "../../engine/use-board";
import { Bar } from "../../parts/bar/bar";
import { Count } from "../../parts/bar/counts";
import { IdeaWall } from "../../parts/ideas/idea-wall";
import { Asked } from "../../parts/question";
import { ReadyButton, ReadyCount } from "../../parts/ready/ready";
import { LateTray, OwnLate } from "./late";
import { useLedSteps } from "./led-steps";
import { noteOf } from "./questions/note";
import { type Readable, type Reading, useReading } from "./reading";
import "./read.css";

const Walk = lazy(async () => (await import("./walk/walk")).Walk);
const Head = lazy(async () => (await import("./walk/head")).Head);
const Steps = lazy(async () => (await import("./walk/steps")).Steps);
const Thumbs = lazy(async () => (await import("./walk/thumbs")).Thumbs);
const Line = lazy(async () => (await import("./walk/line")).Line);
const Side = lazy(async () => (await import("./lead/side")).Side);
const Compared = lazy(async () => (await import("./lead/compared")).Compared);

/** Everybody's ideas at once, in the order of their numbers: all in one scroll, by pages, or one by one. */
export function Reveal() {
  const { ready, ideas } = useBoard().state;
  if (!ready.value || ideas.value.length === 0) return <None />;
  return <Read />;
}

function Read() {
  const board = useBoard();
  const reading = useReading();
  const look = reading.comparing.value ? "pair" : reading.look.value;
  const lead = reading.facilitates;
  useLedSteps();
  return (
    <div
      class={`page wide read looks-${look}${lead ? " led" : ""}`}
      onFocusIn={(event) => {
        // An editor is opened to type. The other fields are only passed by some who walk with the Tab key.
        if (isField(event) && event.target.closest(".editor")) reading.stay();
      }}
      onInput={(event) => {
        if (isField(event)) reading.stay();
      }}
    >
      <header>
        <div>
          <Asked />
          {look === "all" ? <Headline /> : null}
          {look === "all" ? (
            <Button class="start-walk" onClick={() => reading.go("one", reading.unread())}>
              {say("read-one-by-one")}
            </Button>
          ) : null}
        </div>
        <Head />
      </header>
      <LateTray />
      <div class="beside">
        <div class="looked-at">
          {look === "pair" ? (
            <Compared />
          ) : look === "one" ? (
            <Walk />
          ) : look === "page" ? (
            <Page />
          ) : (
            <IdeaWall ideas={board.state.ideas.value} editable={!lead} note={noted(board, reading)} />
          )}
        </div>
        {lead ? <Side /> : null}
      </div>
      {look === "all" ? <OwnLate /> : <Line />}
    </div>
  );
}

function isField(event: Event): event is Event & { target: HTMLTextAreaElement } {
  return event.target instanceof HTMLTextAreaElement;
}

/** What there is to say about an idea on its card: a press opens it, and what people ask. */
function noted(board: Board, reading: Reading): (idea: Idea) => ComponentChildren {
  return (idea) => {
    const note = noteOf(idea, board, false);
    const open = () => reading.go("one", reading.ideas.peek().indexOf(idea as Readable));
    return note ? (
      <Button look="plain" size="s" class="noted" onClick={open}>
        {note}
      </Button>
    ) : null;
  };
}

/** One page: the same cards, in columns that are read from top to bottom. */
function Page() {
  const board = useBoard();
  const reading = useReading();
  const phone = usePhone();
  const shown = reading.shown();
  return (
    <>
      <h1 class="visually-hidden" tabIndex={-1}>
        {reading.pageName()}
      </h1>
      <IdeaWall ideas={shown} editable={!reading.facilitates} paged note={noted(board, reading)} />
      {phone ? <Thumbs /> : null}
    </>
  );
}

function Headline() {
  const { state } = useBoard();
  const ideas = state.ideas.value;
  const { shown, hidden } = countOf(ideas);
  return (
    <>
      <h1 tabIndex={-1}>
        {!state.ready.value
          ? say("read-loading")
          : ideas.length === 0
            ? say("read-none")
            : say("board-counted", { shown, hidden })}
      </h1>
      <p class="under">{say("read-lead")}</p>
    </>
  );
}

/** A board that is not here yet, or has no ideas. */
function None() {
  const { boot, state } = useBoard();
  return (
    <div class="page wide read">
      <header>
        <div>
          <Asked />
          <Headline />
        </div>
      </header>
      <LateTray />
      {state.ready.value ? (
        <Empty title={say("read-empty")}>{boot.role === "facilitate" ? <p>{say("read-empty-lead")}</p> : null}</Empty>
      ) : null}
      <OwnLate />
    </div>
  );
}

export function RevealBar() {
  const { state } = useBoard();
  const { shown } = countOf(state.ideas.value);
  const { here, ready } = state.counts.value;
  return (
    <Bar
      start={ready === null ? <Count of={say("board-count-here", { count: here })} /> : <ReadyCount />}
      middle={shown > 0 ? <Steps /> : null}
      actions={<ReadyButton />}
    />
  );
}
