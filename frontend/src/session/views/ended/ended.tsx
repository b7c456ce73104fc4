import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { isAlone } from "../../verdicts";
import { Calendar } from "../chain/calendar";
import { ChainPart } from "../chain/chain-line";
import { Channel } from "../chain/channel";
import { Conditions } from "../outcome/conditions";
import { Tasks } from "../outcome/tasks";
import { useUnwritten } from "../use-unwritten";
import { Agreed } from "./agreed";
import { Finishing, useFinishes } from "./finishing";
import { FirstBlock } from "./first/first-block";
import { Elsewhere } from "./first/made";
import { useFirst } from "./first/use-first";
import { Goals } from "./goals";
import { About, Headline } from "./headline";
import { Keeping } from "./keeping";
import { NextOne } from "./next-one";
import { Part } from "./part";
import { Readers } from "./readers";
import { Correcting } from "./recap/correcting";
import { Recap } from "./recap/recap";
import { isCorrected, recapOf } from "./recap/recap-state";
import { Written } from "./written";
import "../outcome/doc.css";
import "./ended.css";
import "./first/first.css";
import "./sizes.css";

/**
 * The page of a session that has ended: the verdict, what this person came for, then what was made and what becomes of
 * the rest.
 */
export function Ended() {
  const { boot, me, meta } = useSession();
  const { ending, kind, next } = meta.value;
  const alone = isAlone(kind);
  const finishes = useFinishes();
  const first = useFirst();
  const { what } = first;
  // Side by side everybody works at a place of their own.
  const unwritten = useUnwritten();
  const nothing = unwritten && !ending?.elsewhere && kind !== "coworking";
  const goesOn = next !== null || ending?.verdict === "another";
  const corrects = isCorrected(meta.value) && boot.role === "lead";
  const ticks = finishes || (corrects && me.value !== null);
  const recap = !alone || recapOf(meta.value) !== null;
  const made = what === "made";
  return (
    <div class="ended">
      <header class="top">
        <a class="mark" href="/">
          {say("board-brand")}
        </a>
      </header>
      <main class="body">
        <Headline />
        <FirstBlock {...first} />
        <About below={what !== "none"} />
        {goesOn && what !== "next" && <NextOne alone={alone} />}
        {finishes && what !== "finish" && <Finishing />}
        {corrects && what !== "correct" && <Correcting finishes={finishes} />}
        {recap && what !== "share" && what !== "recap" && <Recap first={false} />}
        {what !== "replies" && <Readers />}
        {ending?.elsewhere && !made && (
          <Part title={say("ended-elsewhere")}>
            <Elsewhere where={ending.elsewhere} />
          </Part>
        )}
        {kind === "coworking" && !made && <Goals />}
        {!alone && <Outcome ticks={ticks} alone={false} />}
        {!unwritten && !made && (
          <Part title={say("ended-text")}>
            <Written tools={!alone} />
          </Part>
        )}
        {nothing && !made && (
          <Part title={say("ended-text")}>
            <p>{say("ended-text-none")}</p>
          </Part>
        )}
        {!goesOn && <NextOne alone={alone} />}
        <Channel />
        <ChainPart />
        {alone ? (
          <details class="more">
            <summary>{say("ended-more")}</summary>
            <Outcome ticks={ticks} alone />
            <Keeping />
          </details>
        ) : (
          <Keeping />
        )}
      </main>
    </div>
  );
}

/** What was asked for, agreed, taken on and left for later. `ticks`: the conditions stand above, to be ticked. */
function Outcome({ ticks, alone }: { readonly ticks: boolean; readonly alone: boolean }) {
  const { meta, roots, me } = useSession();
  const { next } = meta.value;
  const tasks = [...roots.tasks.value].sort(([, a], [, b]) => Number(a.state !== "open") - Number(b.state !== "open"));
  const done = tasks.filter(([, { state }]) => state === "done").length;
  const thoughts = [...roots.parked.value].filter(([, parked]) => parked.as === null || parked.as === "next");
  return (
    <>
      {roots.conditions.value.size > (alone ? 1 : 0) && !ticks && (
        <Part title={say("verdict-done-when")}>
          <Conditions ticked={false} />
        </Part>
      )}
      <Agreed />
      {tasks.length > 0 && (
        <Part title={say("ended-tasks")}>
          <p class="large">{say("ended-since", { done, all: tasks.length })}</p>
          <Tasks tasks={tasks} edited={me.value !== null && next === null} />
          {next !== null && tasks.length > done && <p class="small">{say("ended-tasks-went-on")}</p>}
          <Calendar />
        </Part>
      )}
      {thoughts.length > 0 && (
        <Part title={say("ended-later")}>
          <ul class="thoughts">
            {thoughts.map(([id, { text }]) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
