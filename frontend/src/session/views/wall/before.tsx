import { useFit } from "../../../kit/fit";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import type { Contract } from "../../../worksession.generated";
import { GLANCE, inOrder, sentence } from "../../sentence";
import { useSession } from "../../use-session";
import { dayIn, listed } from "../../verdicts";
import { whenOf } from "../../when";
import { timeOfDay } from "../work/time/face";
import { WayIn } from "./foot";
import { Lines } from "./lines";
import "./before.css";

const SIZES = [4.6, 3.8, 3.2, 2.7, 2.3, 1.9];
/** Where nothing stands beside it. */
const LARGE = [6.4, 5.4, ...SIZES];
const NAMES = 12;

/** Before the start: what it will be about, and the way in. */
export function Before() {
  const { boot, meta, now, roots, notice } = useSession();
  const { contract, kind } = meta.value;
  const people = roots.people.value;
  const about = { meta: { contract, kind }, people };
  const whole = sentence({ ...about, conditions: roots.conditions.value });
  const short = whole.length <= GLANCE;
  const said = short ? whole : sentence({ ...about, conditions: new Map() });
  const [box] = useFit<HTMLDivElement>(said, boot.links.join ? SIZES : LARGE);
  const here = (notice.value.here ?? []).flatMap((id) => people.get(id)?.name ?? []);
  const names = here.slice(0, NAMES).map(isolated);
  const more = here.length - names.length;
  return (
    <div class="wall wall-before">
      <div class="about">
        <div class={short ? "sentence" : "sentence brief"} ref={box}>
          <h1 dir="auto">{said}</h1>
        </div>
        {!short && <Lines conditions={inOrder(roots.conditions.value)} />}
        <p class="starts">{startOf(contract, now.value)}</p>
      </div>
      <WayIn large />
      <footer>
        <p class="here">
          {names.length > 0 &&
            say("wall-here", {
              names: listed(more > 0 ? [...names, say("wall-others", { count: more })] : names),
              count: here.length,
            })}
        </p>
      </footer>
    </div>
  );
}

function startOf({ starts, zone }: Contract, now: number): string {
  if (starts === null) return say("wall-starts-together");
  if (dayIn(starts) === dayIn(now)) return say("wall-starts", { time: timeOfDay(starts) });
  return say("wall-starts-on", { when: whenOf(starts, zone) });
}
