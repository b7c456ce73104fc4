import { useComputed } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { announce, toast } from "../../kit/feedback";
import { keepFocus } from "../../kit/page/focus";
import type { Phase } from "../../protocol.generated";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";
import { load, loadAhead, viewsOf } from "./phase-views";

/**
 * The phase on the screen. The former one stays until what shows the new one is loaded.
 *
 * Raises nothing: what cannot be loaded is tried again, and the notices say so.
 */
function useShown(): Phase {
  const { boot, state } = useBoard();
  const wanted = state.phase.value;
  const last = useRef(wanted);
  const shown = useComputed(() => {
    const phase = state.phase.value;
    if (viewsOf(phase)) last.current = phase;
    return last.current;
  });
  const ready = state.ready.value;
  useEffect(() => {
    let left = false;
    // What lies on the board comes first: until it is here, the page only seems to have nothing to do.
    void load(wanted, boot.role, () => !left).then(() => (left || !ready ? undefined : loadAhead(wanted, boot.role)));
    return () => {
      left = true;
    };
  }, [wanted, ready]);
  return shown.value;
}

/** The view of the phase with its footer bar. When the phase changes the focus goes to the headline, unless the view took it itself. */
export function Stage() {
  const phase = useShown();
  const before = useRef(phase);
  useLayoutEffect(() => {
    if (before.current === phase) {
      return;
    }
    before.current = phase;
    window.scrollTo({ top: 0 });
    announce(say("board-step-now", { step: say(`step-${phase}`) }));
    // The pressed button leaves with its bar, which may be drawn after this view.
    keepFocus("#stage .write .composer textarea", "#stage h1", "#stage");
  }, [phase]);
  useChangedQuestion();
  const views = viewsOf(phase);
  return (
    <>
      <div id="stage" class={`stage ${phase}`} tabIndex={-1}>
        {views ? <views.View key={phase} /> : null}
      </div>
      {views ? <views.Bar key={phase} /> : null}
    </>
  );
}

/** The question is what everybody works on: nobody misses that it reads differently now. */
function useChangedQuestion(): void {
  const { question } = useBoard().state.meta.value;
  const before = useRef(question);
  useEffect(() => {
    if (before.current && before.current !== question) toast(say("board-question-changed", { question }));
    before.current = question;
  }, [question]);
}
