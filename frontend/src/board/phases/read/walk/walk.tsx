import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { keepFocus } from "../../../../kit/page/focus";
import { usePhone } from "../../../../kit/page/use-phone";
import { say } from "../../../../words/say";
import { hide } from "../../../actions/hide";
import { useBoard } from "../../../engine/use-board";
import { Editor, useWithdraw } from "../../../parts/ideas/own-ideas";
import { Questions } from "../questions/questions";
import { type Readable, useReading } from "../reading";
import { List } from "./list";
import { sizeAlone } from "./size-alone";
import { Thumbs } from "./thumbs";
import { Yours } from "./yours";
import "./walk.css";

/** One idea, large, beside the list of all. On phones it is alone, with the ways on under the thumb. */
export function Walk() {
  const reading = useReading();
  const phone = usePhone();
  const idea = reading.idea.value;
  if (!idea) return null;
  return (
    <div class="walk">
      {phone ? null : <List />}
      <One key={idea.id} idea={idea} />
      <Yours />
      {phone ? <Thumbs /> : null}
    </div>
  );
}

function One({ idea }: { idea: Readable }) {
  const { boot, own } = useBoard();
  const reading = useReading();
  const article = useRef<HTMLElement>(null);
  const editing = useSignal(false);
  const mine = boot.role === "participate" ? own.ideas.value.find((one) => one.id === idea.id && one.mine) : undefined;
  const count = reading.ideas.value.length;
  const done = () => {
    editing.value = false;
    requestAnimationFrame(() => article.current?.querySelector<HTMLElement>(".mine-tools button")?.focus());
  };
  // Walking starts at its top, wherever the page before was scrolled to.
  useLayoutEffect(() => {
    if (window.scrollY > 0) window.scrollTo({ top: 0 });
  }, []);
  return (
    <article ref={article} class={`one-idea ${sizeAlone(idea.text)}`} data-idea={idea.id}>
      <header>
        <h1 tabIndex={-1}>
          <span class="visually-hidden">{say("read-place", { number: String(idea.number), count })}</span>
          <span class="number" aria-hidden="true" translate={false}>
            {idea.number}
          </span>
          <span class="of" aria-hidden="true">
            {reading.onScreen.value ? say("read-of-on-screen", { count }) : say("read-of", { count })}
          </span>
        </h1>
        {reading.facilitates ? (
          <Hide idea={idea} />
        ) : (
          <Button look="plain" class="all" onClick={() => toAll(reading.go.bind(reading))}>
            {say("read-all", { count })}
          </Button>
        )}
      </header>
      {mine && editing.value ? (
        <Editor idea={mine} onDone={done} />
      ) : (
        <p class="text" dir="auto">
          {mine?.pending ?? idea.text}
        </p>
      )}
      {idea.signature ? (
        <p class="by">
          <bdi>{idea.signature}</bdi>
        </p>
      ) : null}
      {mine && !editing.value ? <Mine idea={mine} onEdit={() => (editing.value = true)} /> : null}
      <Questions idea={idea} />
    </article>
  );
}

/** From every screen at once; the next idea takes the place. */
function Hide({ idea }: { idea: Readable }) {
  const board = useBoard();
  return (
    <Button
      look="plain"
      icon="hide"
      aria-label={say("idea-hide-from-all", { number: String(idea.number) })}
      onClick={() => {
        keepFocus("#stage h1");
        void hide(board, idea.id);
      }}
    >
      {say("idea-hide")}
    </Button>
  );
}

function toAll(go: (look: "all") => void): void {
  keepFocus("#stage h1");
  go("all");
}

function Mine({ idea, onEdit }: { idea: Parameters<typeof Editor>[0]["idea"]; onEdit: () => void }) {
  const withdraw = useWithdraw();
  return (
    <div class="mine-tools">
      <span class="mark-line">
        {idea.pending !== null ? say("own-change-waits") : idea.waits ? say("own-others-soon") : say("own-yours")}
      </span>
      <Button look="plain" size="s" icon="edit" onClick={onEdit}>
        {say("own-edit")}
      </Button>
      <Button look="plain" size="s" icon="withdraw" onClick={() => withdraw(idea)}>
        {say("own-withdraw")}
      </Button>
    </div>
  );
}
