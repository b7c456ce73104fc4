import { useEffect } from "preact/hooks";
import { lazy } from "../../kit/lazy";
import { loadWithRetry } from "../../kit/load";
import { later, useMissing } from "../../kit/page/slices";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";
import { deletedHere } from "../parts/share/deleted-here";
import { useSpokenClock } from "../parts/time/clock";
import { Notices, Standing } from "./notices";
import { Stage } from "./stage";
import { TimeBar, TopBar } from "./top";

const Closed = lazy(
  later(async () => (await import("./closed")).Closed),
  "closed",
);

const CLOSED = ["gone", "deleted", "decision-kept", "locked", "full", "elsewhere", "broken"] as const;

/** Phones: the page makes room for the keyboard. Without a touch screen nothing of that is loaded. */
function followKeyboard(): (() => void) | undefined {
  if (!matchMedia("(any-pointer: coarse)").matches) return undefined;
  let left = false;
  let stop = () => {};
  const typing = loadWithRetry(
    () => import("../../kit/page/typing"),
    () => !left,
  );
  void typing.then((part) => {
    if (part && !left) stop = part.followKeyboard();
  });
  return () => {
    left = true;
    stop();
  };
}

/** The frame around every phase: time along the top edge, the rail and the clock, the phase, the bar, the notices. */
export function Shell() {
  const { boot, state, status } = useBoard();
  useEffect(followKeyboard, []);
  useSpokenClock();
  const why = deletedHere.value ?? CLOSED.find((one) => one === status.value);
  useMissing(!why && !state.ready.value);
  if (why) {
    return (
      <>
        <Standing />
        <Closed why={why} />
        <Notices />
      </>
    );
  }
  const wall = boot.role === "watch";
  return (
    <>
      <a class="skip" href="#stage">
        {say("board-skip")}
      </a>
      {wall ? null : <TimeBar />}
      {wall ? null : <TopBar />}
      <Stage />
      <Notices />
      {/* Loaded before it is needed: the server that closes the board may no longer have it. */}
      <Closed why={undefined} />
    </>
  );
}
