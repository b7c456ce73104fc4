import { useSignal } from "@preact/signals";
import { Button } from "../../../../kit/button";
import { keepFocus } from "../../../../kit/page/focus";
import { say } from "../../../../words/say";
import { Count } from "../../../parts/bar/counts";
import { commonParts } from "../alike/alike";
import { type LikePair, useLookAlikes } from "../alike/look-alikes";
import { type Readable, useReading } from "../reading";
import { Chevron } from "../walk/chevron";
import { sizeAlone } from "../walk/size-alone";

/** Two ideas that look alike, side by side; a person says whether they say the same. */
export function Compared() {
  const reading = useReading();
  const alike = useLookAlikes();
  const { pair, at, count } = alike.now();
  const leave = () => {
    keepFocus("#stage h1");
    reading.comparing.value = false;
  };
  if (!pair)
    return (
      <div class="compared">
        <h1 tabIndex={-1}>{say("read-compared-all")}</h1>
        <Button onClick={leave}>{say("read-compared-leave")}</Button>
      </div>
    );
  return (
    <div class="compared">
      <header>
        <h1 tabIndex={-1}>{say("read-same")}</h1>
        <nav class="steps" aria-label={say("read-pairs")}>
          <Button
            aria-label={say("read-previous-pair")}
            aria-disabled={at === 0 ? "true" : undefined}
            onClick={() => (alike.at.value = Math.max(0, at - 1))}
          >
            <Chevron to="before" />
          </Button>
          <Count of={say("read-pair-of", { at: at + 1, count })} />
          <Button
            aria-label={say("read-next-pair")}
            aria-disabled={at >= count - 1 ? "true" : undefined}
            onClick={() => (alike.at.value = Math.min(count - 1, at + 1))}
          >
            <Chevron to="after" />
          </Button>
          <Button look="plain" onClick={leave}>
            {say("read-compared-leave")}
          </Button>
        </nav>
      </header>
      <div class="two">
        <Half idea={pair.one} other={pair.other} />
        <Half idea={pair.other} other={pair.one} />
      </div>
      <Judged key={pair.key} pair={pair} />
    </div>
  );
}

function Half({ idea, other }: { idea: Readable; other: Readable }) {
  return (
    <article class={`one-idea ${sizeAlone(`${idea.text}${other.text}`.slice(0, 1120), 2)}`} data-idea={idea.id}>
      <h2>
        <span class="visually-hidden">{say("idea-number", { number: String(idea.number) })}</span>
        <span class="number" aria-hidden="true" translate={false}>
          {idea.number}
        </span>
      </h2>
      <p class="text" dir="auto">
        {commonParts(idea.text, other.text).map(({ text, common }, at) => (common ? <b key={at}>{text}</b> : text))}
      </p>
    </article>
  );
}

function Judged({ pair }: { pair: LikePair }) {
  const alike = useLookAlikes();
  const busy = useSignal(false);
  const join = async () => {
    busy.value = true;
    keepFocus(".compared .join", "#stage h1");
    await alike.join(pair);
    busy.value = false;
  };
  return (
    <div class="judged">
      <div class="line-up">
        <Button class="join" busy={busy.value} onClick={() => void join()}>
          {say("read-join", { one: String(pair.one.number), other: String(pair.other.number) })}
        </Button>
        <Button
          look="plain"
          onClick={() => {
            keepFocus(".compared .join", "#stage h1");
            alike.keepApart(pair);
          }}
        >
          {say("read-not-same")}
        </Button>
      </div>
      <p class="small">{say("read-compared-note")}</p>
    </div>
  );
}
