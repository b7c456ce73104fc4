import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { announce, succeeded } from "../../../kit/feedback";
import { Icon } from "../../../kit/icon";
import { lazy } from "../../../kit/lazy";
import { keepFocus } from "../../../kit/page/focus";
import { Popover } from "../../../kit/popover";
import { say } from "../../../words/say";
import type { TimerChange } from "../../engine/types";
import { useBoard } from "../../engine/use-board";
import { face, heard, mood } from "./time";
import "./clock.css";

const OwnMinutes = lazy(async () => (await import("./own-minutes")).OwnMinutes);

/** Minutes of a timer that ends now. */
const AT_ONCE = 0;

/** What the clock shows: in Write it stops at zero, elsewhere it counts a quiet overtime. */
function useFace(): { text: string | null; look: string; word: string | null } {
  const { clock, state } = useBoard();
  const left = clock.remaining.value;
  const { length, paused } = state.timer.value;
  if (left === null) {
    return { text: null, look: "none", word: null };
  }
  const writing = state.phase.value === "diverge";
  const over = clock.over.value;
  const word = paused
    ? say("board-clock-paused")
    : over
      ? writing
        ? say("board-clock-up")
        : say("board-clock-over")
      : null;
  const shown = writing && over ? 0 : left;
  return { text: face(shown), look: paused ? "paused" : mood(shown, length), word };
}

/** The clock inside a button: its numerals are part of the button's name. */
function ClockWords() {
  const { text, look, word } = useFace();
  return (
    <span class={`clock ${look} size-m`}>
      <span class="numerals" translate={false}>
        {text}
      </span>
      {word ? <small class="word">{word}</small> : null}
    </span>
  );
}

/** The clock as a thing to look at. Its moments are spoken by `useSpokenClock`, not second by second. */
export function ClockFace({ size = "m" }: { size?: "m" | "xl" }) {
  const { text, look, word } = useFace();
  if (text === null) {
    return null;
  }
  return (
    <span
      class={`clock ${look} size-${size}`}
      role="timer"
      aria-label={say("board-clock-label", { clock: word ? `${text} ${word}` : text })}
    >
      <span class="numerals" translate={false} aria-hidden="true">
        {text}
      </span>
      {word ? (
        <small class="word" aria-hidden="true">
          {word}
        </small>
      ) : null}
    </span>
  );
}

/** Every control of the facilitator's timer; in the menu of the clock and on the facilitator's page in Write. */
export function TimerButtons({ large = false }: { large?: boolean }) {
  const { clock, commands, state } = useBoard();
  const { paused } = state.timer.value;
  const set = async (change: TimerChange) => {
    // Other buttons stand here when the time runs, stands or is over.
    keepFocus(".timer-panel button", ".timer-buttons button", "#stage h1");
    succeeded(await commands.send({ do: "set_timer", ...change }));
  };
  const size = large ? "l" : "m";
  if (clock.remaining.value === null) {
    return (
      <div class="timer-buttons">
        {[3, 5, 10].map((minutes) => (
          <Button key={minutes} size={size} onClick={() => set({ minutes })}>
            {say("board-clock-start", { minutes })}
          </Button>
        ))}
      </div>
    );
  }
  const over = clock.over.value && !paused;
  return (
    <div class="timer-buttons">
      <Button size={size} onClick={() => set({ extend: 60 })}>
        {say("board-clock-add", { minutes: 1 })}
      </Button>
      <Button size={size} onClick={() => set({ extend: 300 })}>
        {say("board-clock-add", { minutes: 5 })}
      </Button>
      {over ? null : (
        <>
          <Button size={size} icon={paused ? "play" : "pause"} onClick={() => set({ paused: !paused })}>
            {paused ? say("board-clock-resume") : say("board-clock-pause")}
          </Button>
          <Button size={size} icon="stop" onClick={() => set({ minutes: AT_ONCE })}>
            {say("board-clock-end")}
          </Button>
        </>
      )}
    </div>
  );
}

/** The clock in the top bar: for the facilitator a button with the controls of every phase. */
export function TimerControl() {
  const { boot, clock, state } = useBoard();
  const phase = state.phase.value;
  const none = clock.remaining.value === null;
  if (boot.role !== "facilitate" || phase === "lobby" || phase === "frozen") {
    return <ClockFace />;
  }
  const note = say(none ? "board-clock-none" : phase === "diverge" ? "board-clock-writing" : "board-clock-quiet");
  return (
    <Popover
      button={{
        look: "plain",
        class: "clock-button",
        ...(none ? { "aria-label": say("board-clock-set") } : {}),
        children: none ? (
          <Icon name="clock" size={24} />
        ) : (
          <>
            <span class="visually-hidden">{say("board-clock-timer")} </span>
            <ClockWords />
          </>
        ),
      }}
      onOpen={(panel) => panel.querySelector<HTMLElement>("button")?.focus()}
    >
      {() => (
        <div class="timer-panel">
          <p class="menu-note">{note}</p>
          <TimerButtons />
          <OwnMinutes />
        </div>
      )}
    </Popover>
  );
}

/** Says the clock at five minutes, one minute, ten seconds and the end, and keeps the time in the tab's title. */
export function useSpokenClock(): void {
  const { clock, state } = useBoard();
  const before = useRef<number | null>(null);
  useEffect(
    () =>
      clock.remaining.subscribe((left) => {
        const mark = heard(before.current, left);
        before.current = left;
        if (mark !== null) {
          announce(
            mark === 0
              ? spokenEnd(state.phase.peek())
              : mark === 10
                ? say("board-clock-ten-seconds")
                : say("board-clock-minutes-left", { minutes: mark / 60 }),
          );
        }
        const question = state.meta.peek().question;
        document.title = left === null || left <= 0 ? question : `${face(left)} · ${question}`;
      }),
    [],
  );
}

function spokenEnd(phase: string): string {
  return phase === "diverge" ? say("board-clock-writing-up") : say("board-clock-time-up");
}
