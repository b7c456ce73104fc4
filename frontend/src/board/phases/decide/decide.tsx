import { useLayoutEffect } from "preact/hooks";
import { Button } from "../../../kit/button";
import { lazy } from "../../../kit/lazy";
import type { Decision } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { checkOn, earlier } from "../../parts/options/checks";
import { Asked, measure } from "../../parts/question";
import { optionsOf } from "../../parts/recommended";
import { Answer, Answering } from "./consent";
import { Count } from "./count/count";
import { loadPicks, openForm, useDesk } from "./desk";
import { Result } from "./result";
import { Wording } from "./wording";
import "./decide.css";

const Write = lazy(async () => (await import("./form/write")).Write, "form");
const OwnWording = lazy(async () => (await import("./form/newer")).OwnWording, "form");
const Standing = lazy(async () => (await import("../../parts/correcting")).Standing, "correct");
const Sheets = lazy(async () => (await import("./sheets")).Sheets, "opening");

export { DecideBar } from "./decide-bar";

/** Decide, for the role of this tab: the count, then the wording and its check. */
export function Decide() {
  const board = useBoard();
  const { boot, state } = board;
  const { writing, sheet, shownRound } = useDesk();
  const lead = boot.role === "facilitate";
  const { decision } = state.meta.value;
  useLayoutEffect(() => {
    if (lead) loadPicks(board);
    return () => {
      writing.value = false;
      sheet.value = "none";
      shownRound.value = null;
    };
  }, []);
  return (
    <div class="page wide decide-page">
      <Standing />
      <Asked />
      {lead ? <Write /> : null}
      {lead && writing.value ? null : decision ? <Decided decision={decision} lead={lead} /> : <Counted lead={lead} />}
      {lead ? <Sheets /> : null}
    </div>
  );
}

/** Before a wording stands: the count is the page. */
function Counted({ lead }: { lead: boolean }) {
  const { boot, state } = useBoard();
  const { criterion, rounds } = state.meta.value;
  const none = rounds.at(-1)?.tally.every((line) => line.dots === 0) ?? true;
  return (
    <>
      <header class="head">
        <h1 class={measure(criterion ?? "")} dir="auto">
          {criterion ?? say("board-no-criterion")}
        </h1>
        {none ? (
          <p class="lead">
            <b>{say("decide-none")}</b> {lead ? say("decide-none-lead") : null}
          </p>
        ) : null}
        {boot.role === "participate" ? <p class="lead">{say("decide-wait")}</p> : null}
      </header>
      <Count choose={lead} lands />
    </>
  );
}

/** A wording stands: it is the largest thing, then its check, then the count it rests on. */
function Decided({ decision, lead }: { decision: Decision; lead: boolean }) {
  const board = useBoard();
  const { boot, state } = board;
  const { consents, consent: check, rounds } = state.meta.value;
  const ended = checkOn(decision, consents);
  const others = earlier(decision, consents);
  const open = check?.open === true && check.n === decision.n;
  return (
    <>
      {lead ? <OwnWording /> : null}
      <div class={open && boot.role === "participate" ? "answering-beside" : "told"}>
        <Wording decision={decision} options={optionsOf(rounds, decision.shortlist.length)} />
        {lead ? (
          <Button icon="edit" size="s" class="reword" onClick={() => openForm(board)}>
            {say("decide-reword")}
          </Button>
        ) : null}
        {open ? boot.role === "participate" ? <Answer key={decision.n} /> : <Answering /> : null}
      </div>
      {ended && !open ? <Result check={ended} /> : null}
      {others ? <p class="earlier">{say("decide-earlier-wordings", { count: others })}</p> : null}
      <details class="fell">
        <summary>{say("decide-count")}</summary>
        <Count />
      </details>
    </>
  );
}
