/** The answers to an agreement that is closed. */

import { say } from "../../../../words/say";
import type { Agreement } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import { Name } from "../people/name";

const LEVELS = [5, 4, 3, 2, 1, 0] as const;

export function Result({ agreement }: { readonly agreement: Agreement }) {
  const { by, agreed, silent } = agreement;
  if (by === "alone" || by === "board") return null;
  return (
    <>
      {agreed !== null && <p class="outcome">{agreed ? say("working-is-agreed") : say("working-not-agreed")}</p>}
      {by === "level" ? <Levels agreement={agreement} /> : <Names agreement={agreement} />}
      {by === "level" && (silent ?? 0) > 0 && <p class="small">{say("working-silent", { count: silent ?? 0 })}</p>}
    </>
  );
}

function Levels({ agreement: { answers, reasons } }: { readonly agreement: Agreement }) {
  const given = LEVELS.filter((level) => (answers?.[level] ?? 0) > 0);
  if (given.length === 0) return <p class="small">{say("working-too-few")}</p>;
  return (
    <>
      <ul class="answers">
        {given.map((level) => (
          <li key={level}>
            <span class="dots" aria-hidden="true">
              {Array.from({ length: answers?.[level] ?? 0 }, (_, n) => (
                <i key={String(n)} />
              ))}
            </span>
            <span>{say("working-count-level", { count: answers?.[level] ?? 0, level: say(`level-${level}`) })}</span>
          </li>
        ))}
      </ul>
      {reasons.map((reason, n) => (
        <blockquote key={String(n)} class="small">
          <span dir="auto">{reason.reason}</span> <span>({say(`level-${reason.level}`)})</span>
        </blockquote>
      ))}
    </>
  );
}

function Names({ agreement: { by_name, why_not } }: { readonly agreement: Agreement }) {
  const { roots } = useSession();
  return (
    <ul class="answers by-name">
      {Object.entries(by_name ?? {}).map(([id, yes]) => {
        const person = roots.people.value.get(id);
        return person ? (
          <li key={id}>
            <Name person={{ id, ...person }} /> {yes ? say("working-says-yes") : say("working-says-no")}
            {why_not?.[id] && <span dir="auto">{why_not[id]}</span>}
          </li>
        ) : null;
      })}
    </ul>
  );
}
