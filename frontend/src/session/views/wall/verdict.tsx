import { useEffect, useState } from "preact/hooks";
import { useFit } from "../../../kit/fit";
import { say } from "../../../words/say";
import type { SharedRecap } from "../../../worksession.generated";
import { inOrder } from "../../sentence";
import { useSession } from "../../use-session";
import { isAlone, minutesOf, restOf, stateOf, wordOf } from "../../verdicts";
import { whenOf } from "../../when";
import { useChain } from "../chain/use-chain";
import { recapOf, recapPicture } from "../ended/recap/recap-state";
import type { Course } from "../work/time/course";
import { Foot, WayIn } from "./foot";
import { Goals } from "./goals";
import { Lines } from "./lines";
import { WallLine } from "./time";
import "./asking.css";
import "./verdict.css";

/** Milliseconds until the next tick lands, and of stillness before the word. */
const TICK = 280;
const STILL = 400;
/** Conditions that stand above the word one by one; more are counted. */
const MOST = 8;
/** Signs of the recap's address by which it is recognised; the picture has all of them. */
const SHORT = 8;
const REST = [3.4, 2.8, 2.3, 1.9];
const GOALS = [2.6, 2.2, 1.9];

/** While the verdict is talked about: what was asked for, and how it stands. */
export function Asking({ course }: { readonly course: Course }) {
  const { meta, roots } = useSession();
  return (
    <div class="wall wall-asking">
      <WallLine course={course} />
      <div class="aim">
        <h1>{say("wall-is-it-done")}</h1>
        <p class="artifact" dir="auto">
          {meta.value.contract.artifact}
        </p>
      </div>
      <Lines conditions={inOrder(roots.conditions.value)} large />
      <Foot course={course} />
    </div>
  );
}

/** The verdict as the largest word. `lands`: this screen saw the end, so the ticks land one by one before it. */
export function Verdict({ lands }: { readonly lands: boolean }) {
  const { meta, roots } = useSession();
  const { ending, contract, kind, next } = meta.value;
  const conditions = inOrder(roots.conditions.value);
  const ticks = conditions.filter(([, { met }]) => met).length;
  const [landed, said] = useLanding(ticks, lands);
  const recap = recapOf(meta.value);
  const rest = ending ? restOf(ending, roots.people.value, isAlone(kind)) : "";
  const coming = useComing();
  const [box] = useFit<HTMLDivElement>(`${rest}${ending?.note}${coming}`, REST);
  if (ending === null) return null;
  const word = wordOf(ending);
  return (
    <div class={`wall wall-verdict ${said ? "said" : ""} ${conditions.length > 4 ? "many" : ""}`}>
      {conditions.length > MOST ? (
        <p class="stands">{say("verdict-stands", stateOf(roots.conditions.value))}</p>
      ) : (
        conditions.length > 0 && <Lines conditions={conditions} landed={landed} />
      )}
      {conditions.length === 0 && kind === "coworking" && <Reached />}
      <h1 class={word.length > 9 ? "long" : ""}>{word}</h1>
      <footer>
        <div class="rest" ref={box}>
          {rest && <p>{rest}</p>}
          {ending.note && (
            <p class="note" dir="auto">
              {ending.note}
            </p>
          )}
          <p class="minutes">
            {say("verdict-minutes", { ...minutesOf(contract, roots.agenda.value) })}
            {next !== null && coming === null && ` · ${say("wall-next")}`}
          </p>
          {coming && <p class="coming">{coming}</p>}
        </div>
        {recap ? <WayToRecap recap={recap} /> : <WayIn />}
      </footer>
    </div>
  );
}

/** When the next session begins, once the server has said so; null where it has no time. */
function useComing(): string | null {
  const next = useChain()?.next;
  if (next?.state !== "plan" || next.starts === null) return null;
  return say("chain-next", { when: whenOf(next.starts, next.zone) });
}

/** The recap that readers have, to be photographed from the last row. */
function WayToRecap({ recap }: { readonly recap: SharedRecap }) {
  const { boot } = useSession();
  return (
    <div class="way-in to-recap">
      <p translate={false}>
        <span>{say("wall-recap")}</span>
        <b>
          {location.host}/recaps/{recap.sha256.slice(0, SHORT)}…
        </b>
      </p>
      <img src={recapPicture(boot.session, recap)} alt={say("wall-recap-code")} />
    </div>
  );
}

/** Side by side, what each came for. */
function Reached() {
  const people = [...useSession().roots.people.value.values()].filter(({ removed, goal }) => !removed && goal);
  if (people.length <= MOST) return <Goals sizes={GOALS} />;
  const done = people.filter(({ outcome }) => outcome === "done").length;
  return <p class="stands">{say("wall-reached", { done, all: people.length })}</p>;
}

/** How many ticks have landed, and whether the word stands. */
function useLanding(ticks: number, lands: boolean): [landed: number, said: boolean] {
  const [landed, setLanded] = useState(lands && !isStill() ? 0 : Number.POSITIVE_INFINITY);
  const [said, setSaid] = useState(landed > 0);
  useEffect(() => {
    if (said) return undefined;
    const wait = setTimeout(
      () => {
        if (landed < ticks) setLanded(landed + 1);
        else setSaid(true);
      },
      landed < ticks ? TICK : STILL,
    );
    return () => clearTimeout(wait);
  }, [landed, said, ticks]);
  return [landed, said];
}

const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
