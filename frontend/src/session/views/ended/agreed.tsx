import { lazy } from "../../../kit/lazy";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import type { Agreement } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { listed, nameOf } from "../../verdicts";
import { Part } from "./part";

const FromBoard = lazy(() => import("../work/board/result").then((part) => part.FromBoard), "inside");

type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** What was agreed on, with why and with the answers as they may be shown. */
export function Agreed() {
  const { roots } = useSession();
  const closed = [...roots.agreements.value].filter(([, { open }]) => !open).sort(([, a], [, b]) => a.at - b.at);
  if (closed.length === 0) return null;
  return (
    <Part title={say("ended-agreements")}>
      <ul class="agreements">
        {closed.map(([id, one]) => (
          <li key={id}>
            {one.count === undefined && (
              <p class="large" dir="auto">
                {one.text}
              </p>
            )}
            <Why agreement={one} />
            {one.by === "board" && <FromBoard agreement={one} />}
            <Levels agreement={one} />
            <ByName agreement={one} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Why({ agreement }: { readonly agreement: Agreement }) {
  const { roots } = useSession();
  const owner = nameOf(agreement.owner, roots.people.value);
  return (
    <>
      {agreement.why && (
        <p class="why" dir="auto">
          {agreement.why}
        </p>
      )}
      {owner && <p class="why">{say("ended-sees-to-it", { name: isolated(owner) })}</p>}
    </>
  );
}

/** The anonymous check: a dot for each answer. */
function Levels({ agreement }: { readonly agreement: Agreement }) {
  const given = Object.entries(agreement.answers ?? {}).filter(([, count]) => count > 0);
  if (given.length === 0) return null;
  return (
    <ul class="levels">
      {given
        .sort(([a], [b]) => Number(b) - Number(a))
        .map(([level, count]) => (
          <li key={level}>
            <span class="dots" aria-hidden="true">
              {Array.from({ length: Math.min(count, 12) }, (_, at) => (
                <i key={at} />
              ))}
            </span>
            <b>{count}</b> {say(`level-${Number(level) as Level}`)}
          </li>
        ))}
    </ul>
  );
}

function ByName({ agreement }: { readonly agreement: Agreement }) {
  const { roots } = useSession();
  const given = Object.entries(agreement.by_name ?? {});
  const names = (yes: boolean): string[] =>
    given.filter(([, one]) => one === yes).map(([id]) => isolated(roots.people.value.get(id)?.name ?? ""));
  const [yes, no] = [names(true), names(false)];
  if (given.length === 0) return null;
  return (
    <p class="why">
      {yes.length > 0 && say("ended-for-it", { names: listed(yes), count: yes.length })}{" "}
      {no.length > 0 && say("ended-against-it", { names: listed(no), count: no.length })}
    </p>
  );
}
