import { Icon } from "../../../kit/icon";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import type { SessionMeta } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { dayOf, isAlone, judgeOf, listed, minutesOf, momentOf, restOf, wordOf } from "../../verdicts";
import { Ask } from "../outcome/ask-owner";
import { SentenceLine } from "../sentence-line";
import { useUnwritten } from "../use-unwritten";
import { timeOfDay } from "../work/time/face";
import { ShareButton } from "./recap/recap";
import { recapOf } from "./recap/recap-state";
import { TextTools } from "./written";

/** Names that stand in one line; the others are counted. */
const NAMES = 8;

/** The verdict as the headline, and under it the sentence and the facts. */
export function Headline() {
  const { boot, me, meta, roots } = useSession();
  const { ending, kind } = meta.value;
  const people = roots.people.value;
  const alone = isAlone(kind);
  if (ending === null) return null;
  const rest = restOf(ending, people, alone);
  return (
    <header class="part opening">
      <p class="kind">{say("ended-kind")}</p>
      <div>
        {me.value === null && boot.role !== "lead" && (
          <p class="late">{say("ended-late", { day: dayOf(ending.at), time: timeOfDay(ending.at) })}</p>
        )}
        <h1 class={ending.verdict === "another" && ending.finished_at === null ? "verdict long" : "verdict"}>
          {wordOf(ending)}
        </h1>
        {rest && <p class="rest">{rest}</p>}
        {ending.note && (
          <p class="note" dir="auto">
            {ending.note}
          </p>
        )}
        {alone ? <Alone /> : null}
        <SentenceLine listed />
        {alone ? <AloneTools /> : <Facts />}
        <Ask />
      </div>
    </header>
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
  const { accepted, agreed, contract, ending, before } = meta.value;
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
      {before && (
        <div>
          <dt>{say("ended-before")}</dt>
          <dd>
            <a href={`/worksessions/${before}`}>{say("ended-before-open")}</a>
          </dd>
        </div>
      )}
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
