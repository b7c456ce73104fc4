import { useEffect, useLayoutEffect } from "preact/hooks";
import { views } from "../../words/views";
import { useAwake } from "./awake";
import { useSpokenClock } from "./clock";
import { Closed } from "./closed";
import { Notices } from "./notices";
import { Stage } from "./stage";
import { TimeBar, TopBar } from "./top";
import { followKeyboard } from "./typing";
import { useBoard } from "./use-board";

const CLOSED = ["deleted", "gone", "locked", "full", "elsewhere", "broken"] as const;

/** The frame around every phase: time along the top edge, the rail and the clock, the phase, the bar, the notices. */
export function Shell() {
  const { boot, status } = useBoard();
  useEffect(() => followKeyboard(), []);
  useSpokenClock();
  useAwake(boot.role === "watch");
  useLayoutEffect(() => {
    document.documentElement.classList.toggle("on-wall", boot.role === "watch");
  }, []);
  const why = CLOSED.find((one) => one === status.value);
  if (why) {
    return (
      <>
        <Closed why={why} />
        <Notices />
      </>
    );
  }
  return (
    <>
      <a class="skip" href="#stage">
        {views.skip}
      </a>
      <TimeBar />
      <TopBar />
      <Stage />
      <Notices />
    </>
  );
}
