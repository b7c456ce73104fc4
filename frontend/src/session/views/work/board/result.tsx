/** What came back of a board: its decision, or a count without one. */

import { signal } from "@preact/signals";
import { Button } from "../../../../kit/button";
import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import type { Agreement } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import type { Course } from "../time/course";
import { TakePart, ToDecision } from "./links";
import { justOver, resultOf } from "./state";

export function Decided({ item }: { readonly item: string }) {
  const result = resultOf(useSession().roots.agreements.value, item);
  if (result === null) return null;
  return (
    <div class="came-back" role="status">
      <p class="sentence" dir="auto">
        {say("inside-agreed", { text: result.text })}
      </p>
      {result.why && (
        <p class="because" dir="auto">
          {result.why}
        </p>
      )}
      {result.decision && <ToDecision decision={result.decision} />}
    </div>
  );
}

/** Where an entry among the agreements comes from, with the way to its decision. */
export function FromBoard({ agreement }: { readonly agreement: Agreement }) {
  const { decision } = agreement;
  const question = isolated(agreement.question ?? "");
  return (
    <>
      {agreement.count && <Options result={agreement} />}
      <p class="small of-board">
        {decision ? say("inside-from", { question }) : say("inside-counted-from", { question })}{" "}
        {decision && <ToDecision decision={decision} />}
      </p>
    </>
  );
}

/** Dots that are drawn beside their number. */
const MOST = 24;

/** The counts that this page has read and put away. */
const read = signal<ReadonlySet<string>>(new Set());

export function Counted({ course }: { readonly course: Course }) {
  const { roots } = useSession();
  const item = justOver(course, roots.agenda.value, "counted");
  const result = item === null ? null : resultOf(roots.agreements.value, item);
  if (item === null || result === null || read.value.has(item)) return null;
  return (
    <section class="inside-board counted" aria-labelledby="inside-counted">
      <h2 id="inside-counted" class="over" dir="auto">
        {result.question}
      </h2>
      <p class="so">{say("inside-counted")}</p>
      <Options result={result} />
      <p class="acts">
        <TakePart item={item} look="link" />
        <Button
          look="plain"
          onClick={() => {
            read.value = new Set([...read.value, item]);
          }}
        >
          {say("inside-dismiss")}
        </Button>
      </p>
    </section>
  );
}

function Options({ result }: { readonly result: Agreement }) {
  return (
    <>
      <ul class="counted-options">
        {(result.count ?? []).map(({ name, dots }, at) => (
          <li key={String(at)}>
            <span class="made" dir="auto">
              {name}
            </span>
            <span class="dots" aria-hidden="true">
              {Array.from({ length: Math.min(dots, MOST) }, (_, n) => (
                <i key={String(n)} />
              ))}
            </span>
            <span class="small">{say("inside-dots", { dots })}</span>
          </li>
        ))}
      </ul>
      {result.more !== undefined && <p class="small">{say("inside-more", { count: result.more })}</p>}
    </>
  );
}
