import { Icon } from "../../../kit/icon";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import type { Ending, SessionMeta } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { dayIn, dayOf, isAlone, judgeOf, listed, minutesOf, momentOf, restOf, wordOf } from "../../verdicts";
import { Ask } from "../outcome/ask-owner";
import { SentenceLine } from "../sentence-line";
import { useUnwritten } from "../use-unwritten";
import { timeOfDay } from "../work/time/face";
import { ShareButton } from "./recap/recap";
import { recapOf } from "./recap/recap-state";
import { TextTools } from "./written";

/** Names that stand in one line; the others are counted. */
const NAMES = 8;

/** The verdict as the headline. */
export function Headline() {
  const { boot, me, meta, now, roots } = useSession();
  const { ending, kind } = meta.value;
  const alone = isAlone(kind);
  if (ending === null) return null;
  const rest = restOf(ending, roots.people.value, alone);
  return (
    <header class="part opening">
      <p class="kind">{say("ended-kind")}</p>
      <div>
        {me.value === null && boot.role !== "lead" && <p class="late">{lateOf(ending, now.peek())}</p>}
        <h1 class={ending.verdict === "another" && ending.finished_at === null ? "verdict long" : "verdict"}>
          {wordOf(ending)}
        </h1>
        {rest && <p class="rest">{rest}</p>}
        {alone ? <Alone /> : null}
      </div>
    </header>
  );
}

/** When it ended, for somebody who was not there. */
function lateOf(ending: Ending, now: number): string {
  const finished = ending.verdict === "done" || ending.finished_at !== null;
  const at = ending.finished_at ?? ending.at;
  const today = dayIn(at) === dayIn(now);
  const how = `${finished ? "finished" : "ended"}${today ? "-today" : ""}`;
  return say("ended-late", { how, day: dayOf(at), time: timeOfDay(at) });
}

/** The sentence and the facts. `below`: something else stands between them and the verdict. */
export function About({ below }: { readonly below: boolean }) {
  const { meta } = useSession();
  const { ending, kind } = meta.value;
  if (ending === null) return null;
  const alone = isAlone(kind);
  return (
    <section class={below ? "part about below" : "part about"} aria-label={say("ended-about")}>
      <div>
        {ending.note && (
          <p class="note" dir="auto">
            {ending.note}
          </p>
        )}
        <SentenceLine listed />
        {alone ? <AloneTools /> : <Facts />}
        <Ask />
      </div>
    </section>
  );
}

/** "48 minutes. 412 words, five headings." */
function Alone() {
  const { meta, roots } = useSession();
  const { contract, headings, words } = meta.value;
  const { real } = minutesOf(contract, roots.agenda.value);
  return (
    <p class="rest">
      {say("ended-minutes", { real })}
      {words > 0 && ` ${say("ended-words", { words, headings: headings.length })}`}
    </p>
  );
}

/** What somebody who worked alone does next. Sharing is possible, and no step. */
function AloneTools() {
  const { boot, meta } = useSession();
  const unwritten = useUnwritten();
  return (
    <p class="press">
      {!unwritten && (
        <>
          <TextTools />
          <a class="button plain size-m" href={`/api/worksessions/${boot.session}/export.md`} download>
            <Icon name="save" />
            {say("ended-save")}
          </a>
        </>
      )}
      {boot.role === "lead" && recapOf(meta.value) === null && (
        <ShareButton look="plain" words={say("ended-recap-share")} />
      )}
    </p>
  );
}

function Facts() {
  const { meta, roots } = useSession();
  const { accepted, agreed, contract, ending } = meta.value;
  const people = roots.people.value;
  const names = [...people.values()].filter(({ removed }) => !removed).map(({ name }) => isolated(name));
  const shown = names.slice(0, NAMES);
  const more = names.length - shown.length;
  const judge = judgeOf(contract, people);
  return (
    <dl class="facts">
      {judge && (
        <div>
          <dt>{say("ended-judge")}</dt>
          <dd dir="auto">{judge}</dd>
        </div>
      )}
      <div>
        <dt>{say("ended-day")}</dt>
        <dd>{dayOf(ending?.at ?? 0)}</dd>
      </div>
      <div>
        <dt>{say("ended-time")}</dt>
        <dd>{say("verdict-minutes", { ...minutesOf(contract, roots.agenda.value) })}</dd>
      </div>
      {names.length > 0 && (
        <div class="names">
          <dt>{say("ended-people")}</dt>
          <dd>{listed(more > 0 ? [...shown, say("ended-others", { count: more })] : shown)}</dd>
        </div>
      )}
      <Answers about="agreed" answers={agreed} />
      <Answers about="accepted" answers={accepted} />
    </dl>
  );
}

interface AnswersProps {
  readonly about: "accepted" | "agreed";
  readonly answers: SessionMeta[AnswersProps["about"]];
}

/** Who said yes or no, by the link that allows nothing else. */
function Answers({ about, answers }: AnswersProps) {
  if (answers.length === 0) return null;
  return (
    <div class="said">
      <dt>{say(`ended-${about}`)}</dt>
      {answers.map((one) => (
        <dd key={`${one.name} ${one.person}`} class={one.outdated ? "outdated" : ""}>
          {say(one.yes ? "ended-said-yes" : "ended-said-no", { name: isolated(one.name), day: momentOf(one.at) })}
          {one.outdated && <small> {say("ended-outdated")}</small>}
          {one.note && <small dir="auto">{one.note}</small>}
        </dd>
      ))}
    </div>
  );
}
