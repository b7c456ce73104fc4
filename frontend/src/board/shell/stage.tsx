import { useLayoutEffect, useRef } from "preact/hooks";
import { phaseName, views } from "../../words/views";
import { Decide } from "../phases/decide/decide";
import { DecideBar } from "../phases/decide/decide-bar";
import { Frozen } from "../phases/frozen";
import { Group } from "../phases/group/group";
import { GroupBar } from "../phases/group/group-bar";
import { Lobby, LobbyBar } from "../phases/lobby";
import { Reveal, RevealBar } from "../phases/reveal";
import { Vote } from "../phases/vote/vote";
import { VoteBar } from "../phases/vote/vote-bar";
import { Write, WriteBar } from "../phases/write";
import type { Phase } from "../types";
import { keepFocus } from "./focus";
import { announce } from "./say";
import { useBoard } from "./use-board";

function View({ phase }: { phase: Phase }) {
  switch (phase) {
    case "lobby":
      return <Lobby />;
    case "diverge":
      return <Write />;
    case "reveal":
      return <Reveal />;
    case "cluster":
      return <Group />;
    case "vote":
      return <Vote />;
    case "decide":
      return <Decide />;
    case "frozen":
      return <Frozen />;
  }
}

/** The footer bar of a phase, by its owner. */
export function PhaseBar() {
  const { state } = useBoard();
  switch (state.phase.value) {
    case "lobby":
      return <LobbyBar />;
    case "diverge":
      return <WriteBar />;
    case "reveal":
      return <RevealBar />;
    case "cluster":
      return <GroupBar />;
    case "vote":
      return <VoteBar />;
    case "decide":
      return <DecideBar />;
    case "frozen":
      return null;
  }
}

/** The view of the phase. When the phase changes the focus goes to its headline, unless the view took it itself. */
export function Stage() {
  const { state } = useBoard();
  const phase = state.phase.value;
  const before = useRef(phase);
  useLayoutEffect(() => {
    if (before.current === phase) {
      return;
    }
    before.current = phase;
    window.scrollTo({ top: 0 });
    announce(views.rail.moved(phaseName[phase]));
    // The pressed button leaves with its bar, which may be drawn after this view.
    keepFocus("#stage .write .composer textarea", "#stage h1", "#stage");
  }, [phase]);
  return (
    <div id="stage" class={`stage ${phase}`} tabIndex={-1}>
      <View key={phase} phase={phase} />
    </div>
  );
}
