import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { Icon } from "../../../kit/icon";
import { lazy } from "../../../kit/lazy";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { Correct } from "../../parts/correcting";
import { inOneLine } from "../../parts/options/checks";
import { VoteCodes } from "../../parts/options/vote-code";
import { Asked, measure } from "../../parts/question";
import { optionsOf, recommendation } from "../../parts/recommended";
import { Keeping, Kept } from "../../parts/share/share-keeping";
import { offered } from "../../parts/share/typeset-files";
import "./done.css";

const Steps = lazy(async () => (await import("./steps")).Steps);
/** What is final has nothing to press but the way on. */
export const Bar = lazy(async () => (await import("./work")).WorkBar);

/** Made final: the decision, where it stands for good, and what to take away. */
export function Frozen() {
  const { boot, state } = useBoard();
  const { consents, decision, frozen, question, rounds } = state.meta.value;
  // One primary action: once the work goes on it is to join that.
  const { work } = state.you.value;
  const check = inOneLine({ consents, decision });
  const address = `/decisions/${frozen}`;
  const recommended = decision?.outcome === "recommended";
  const text = !decision
    ? question
    : recommended
      ? recommendation(decision, optionsOf(rounds, decision.shortlist.length))
      : decision.decision;
  return (
    <div class="page finished">
      <Asked />
      <h1 class={`ask ${measure(text)}`} dir="auto">
        {text}
      </h1>
      {recommended && decision.decision ? (
        <p class="under recommended" dir="auto">
          {decision.decision}
        </p>
      ) : null}
      {decision?.why ? (
        <p class="under" dir="auto">
          {decision.why}
        </p>
      ) : null}
      {decision ? (
        <p class="owner">
          {say(`outcome-owner-${decision.outcome}`)}: <bdi>{decision.owner}</bdi>
          {decision.decide_by ? (
            <>
              {" "}
              {say("done-by")} <bdi>{decision.decide_by}</bdi>
            </>
          ) : null}
        </p>
      ) : null}
      {check ? <p class="check">{check}</p> : null}
      {frozen ? (
        <>
          <div class="line-up">
            <a class={`button ${work ? "quiet" : "go"} size-l`} href={address}>
              {say("done-page")}
            </a>
            <Button size="l" icon="link" onClick={() => copyText(new URL(address, location.href).href)}>
              {say("done-share")}
            </Button>
            <Correct />
          </div>
          <section class="files">
            <h2>{say("done-files")}</h2>
            <ul>
              {offered(boot).map(({ ending, label, typeset }) => (
                <li key={ending}>
                  {/* Without `download` a browser shows the server's reason for a file that cannot be made. */}
                  <a href={`${address}.${ending}`} download={!typeset}>
                    <Icon name="save" />
                    <span>
                      <b>.{ending}</b> {label}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
            {boot.typesets === false ? <p class="why">{say("files-typesetting-off")}</p> : null}
          </section>
        </>
      ) : null}
      {frozen && boot.role === "facilitate" ? <Steps decision={frozen} /> : null}
      <MyDots />
      <p class="final-line">{say("done-thanks")}</p>
      {boot.role === "facilitate" ? (
        <div class="share">
          <Keeping />
        </div>
      ) : boot.role === "participate" ? (
        <div class="why">
          <Kept />
        </div>
      ) : null}
      <LeftOut />
    </div>
  );
}

/** The codes of my ballots: the record shows my dots only to a person who has them. */
function MyDots() {
  const mine = useBoard().codes();
  if (mine.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{say("code-title", { count: mine.length })}</h2>
      <VoteCodes codes={mine} />
    </section>
  );
}

/** Own ideas that never were let in: only this browser has them. */
function LeftOut() {
  const { own } = useBoard();
  const ideas = own.ideas.value.filter((idea) => idea.state === "left_out");
  if (ideas.length === 0) {
    return null;
  }
  return (
    <section class="left-out">
      <h2>{say("own-left-out")}</h2>
      <p class="why">{say("own-left-out-why")}</p>
      <ul class="texts">
        {ideas.map((idea) => (
          <li key={idea.id}>
            <p dir="auto">{idea.text}</p>
            <div class="line-up">
              <Button look="plain" size="s" icon="copy" onClick={() => copyText(idea.text)}>
                {say("board-copy-text")}
              </Button>
              <Button look="plain" size="s" icon="close" onClick={() => own.forget(idea.id)}>
                {say("board-discard")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
