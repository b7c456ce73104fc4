import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { isAlone } from "../../verdicts";
import { Conditions } from "../outcome/conditions";
import { Tasks } from "../outcome/tasks";
import { useUnwritten } from "../use-unwritten";
import { Agreed } from "./agreed";
import { Finishing, useFinishes } from "./finishing";
import { Goals } from "./goals";
import { Headline } from "./headline";
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
import "./sizes.css";

/** The page of a session that has ended: what was made, and what becomes of the rest. */
export function Ended() {
  const { boot, me, meta } = useSession();
  const { ending, kind, next } = meta.value;
  const alone = isAlone(kind);
  const finishes = useFinishes();
  // Side by side everybody works at a place of their own.
  const unwritten = useUnwritten();
  const nothing = unwritten && !ending?.elsewhere && kind !== "coworking";
  // What comes next stands first where the verdict asks for it.
  const wanted = ending?.verdict === "another";
  const goesOn = next !== null || wanted;
  const corrects = isCorrected(meta.value) && boot.role === "lead";
  const ticks = finishes || (corrects && me.value !== null);
  return (
    <div class="ended">
      <header class="top">
        <a class="mark" href="/">
          {say("board-brand")}
        </a>
      </header>
      <main class="body">
        <Headline />
        {goesOn && <NextOne alone={alone} />}
        {finishes && <Finishing />}
        {corrects && <Correcting finishes={finishes} />}
        {(!alone || recapOf(meta.value) !== null) && <Recap first={!finishes && !wanted} />}
        <Readers />
        {ending?.elsewhere && (
          <Part title={say("ended-elsewhere")}>
            <Elsewhere where={ending.elsewhere} />
          </Part>
        )}
        {kind === "coworking" && <Goals />}
        {!alone && <Outcome ticks={ticks} alone={false} />}
        {!unwritten && (
          <Part title={say("ended-text")}>
            <Written tools={!alone} />
          </Part>
        )}
        {nothing && (
          <Part title={say("ended-text")}>
            <p>{say("ended-text-none")}</p>
          </Part>
        )}
        {!goesOn && <NextOne alone={alone} />}
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

/** Where work is that was made elsewhere: a link when it is one. */
function Elsewhere({ where }: { readonly where: string }) {
  const link = /^https?:\/\/\S+$/.test(where);
  return (
    <p class="elsewhere" dir="auto">
      {link ? (
        <a href={where} rel="noopener noreferrer nofollow" target="_blank">
          {where}
        </a>
      ) : (
        where
      )}
    </p>
  );
}
