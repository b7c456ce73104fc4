import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Empty } from "../../../kit/empty";
import { announce } from "../../../kit/feedback";
import { useEdge } from "../../../kit/page/edges";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { Bar } from "../../parts/bar/bar";
import { GroupCounts } from "../../parts/bar/counts";
import { Composer } from "../../parts/ideas/composer";
import { wait } from "../../parts/ideas/deal";
import { OthersIdeas } from "../../parts/ideas/others-ideas";
import { OwnItem, Unfinished } from "../../parts/ideas/own-ideas";
import { Question } from "../../parts/question";
import { secondWave } from "../../parts/time/time";
import { RevealAction } from "./reveal-action";
import { WriteLead } from "./write-lead";
import "./write.css";

/** Writing alone, against the clock. */
export function Write() {
  const { role } = useBoard().boot;
  useLayoutEffect(wait, []);
  return role === "participate" ? <Writer /> : <WriteLead />;
}

/** One line under the question; the second wave takes its place, so that nothing moves. */
function Hint() {
  const { clock, state } = useBoard();
  const held = state.timer.value.revealAt !== null;
  const wave = secondWave(clock.remaining.value, state.timer.value.length) && !clock.over.value && !held;
  const told = useRef(wave);
  useLayoutEffect(() => {
    if (wave && !told.current) {
      announce(say("write-second-wave"));
    }
    told.current = wave;
  }, [wave]);
  const visible = state.meta.value.visibility === "visible";
  const paused = state.timer.value.paused;
  const over = say(visible ? "write-hint-over-visible" : "write-hint-over");
  const open = say(held ? "write-held" : visible ? "write-hint-visible" : "write-hint");
  const usual = clock.over.value ? over : open;
  return (
    <p class={wave ? "hint wave" : "hint"}>{paused ? say("write-paused") : wave ? say("write-second-wave") : usual}</p>
  );
}

/** After zero: what comes next, in the place of the field and of its height. */
function TimeUp() {
  const adding = useSignal(false);
  const title = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) {
      title.current?.focus({ preventScroll: true });
    }
  }, []);
  if (adding.value) {
    return <Composer hint={say("own-late-hint")} />;
  }
  return (
    <section class="time-up">
      <p class="large" tabIndex={-1} ref={title}>
        {say("board-clock-writing-up")}
      </p>
      <p>{say("write-over")}</p>
      <Button onClick={() => (adding.value = true)}>{say("write-add-late")}</Button>
    </section>
  );
}

function Writer() {
  const { clock, own, state } = useBoard();
  const visible = state.meta.value.visibility === "visible";
  const head = useEdge<HTMLElement>("top");
  const over = clock.over.value;
  const unfinished = own.unfinished.value?.id;
  const mine = useComputed(() => own.ideas.value.filter((idea) => idea.state !== "withdrawn").reverse());
  const revealed = new Set(state.ideas.value.filter((idea) => idea.number !== null).map((idea) => idea.id));
  const list = mine.value.filter((idea) => idea.id !== unfinished && !revealed.has(idea.id));
  return (
    <div class={`page write${over ? " over" : ""}${list.length > 0 ? " begun" : ""}`}>
      <header ref={head}>
        <Question />
        <Hint />
      </header>
      <Unfinished />
      {over ? <TimeUp /> : <Composer />}
      <section class="mine" aria-labelledby="mine">
        <h2 id="mine">{say(visible ? "write-mine" : "write-mine-hidden")}</h2>
        {list.length > 0 ? (
          <ul>
            {list.map((idea) => (
              <OwnItem key={idea.id} idea={idea} />
            ))}
          </ul>
        ) : unfinished ? null : (
          <Empty title={say("write-none")} />
        )}
      </section>
      <OthersIdeas />
    </div>
  );
}

export function WriteBar() {
  const { boot, state } = useBoard();
  if (boot.role !== "facilitate") return <Bar start={<GroupCounts />} />;
  // This bar stays until that of the next phase is loaded.
  return <Bar actions={state.phase.value === "diverge" ? <RevealAction /> : null} />;
}
