import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Card } from "../../../kit/card";
import { keepFocus } from "../../../kit/page/focus";
import { useSlices } from "../../../kit/page/slices";
import { textSize } from "../../../kit/text/size";
import { say } from "../../../words/say";
import { hide, show } from "../../actions/hide";
import type { OwnIdea } from "../../engine/boot";
import type { Idea } from "../../engine/state";
import { useBoard } from "../../engine/use-board";
import { deal } from "./deal";
import { Editor, useWithdraw } from "./own-ideas";
import "./idea-wall.css";

/** Cards that are drawn at once, more than a screen shows, and with the first slice after it. */
const AT_ONCE = 30;
const THEN = 40;

/** Long texts take more than one card's width. */
function width(text: string): string {
  return textSize(text, 320, 700);
}

/** The number of an idea as its card says it; before the reveal there is none. */
function numbered(idea: Idea): { number?: number } {
  return idea.number === null ? {} : { number: idea.number };
}

/** A card of somebody else; the facilitator can hide it with one press and take that back. */
function Shown({ idea, note }: { idea: Idea; note: ComponentChildren }) {
  const board = useBoard();
  const n = idea.number ?? 0;
  const set = (change: typeof hide) => {
    keepFocus(`[data-idea="${CSS.escape(idea.id)}"] button`);
    void change(board, idea.id);
  };
  const lead = board.boot.role === "facilitate" && idea.number !== null;
  if (idea.text === null) {
    return (
      <li class="stub" data-idea={idea.id}>
        <span class="number" translate={false}>
          {idea.number}
        </span>
        <p>{say("idea-hidden")}</p>
        {lead ? (
          <Button look="plain" size="s" onClick={() => set(show)}>
            {say("idea-show")}
          </Button>
        ) : null}
      </li>
    );
  }
  return (
    <Card
      as="li"
      data-idea={idea.id}
      {...numbered(idea)}
      text={idea.text}
      signature={idea.signature ?? undefined}
      class={`${width(idea.text)} ${lead ? "can-hide" : ""}`}
    >
      {lead ? (
        <Button
          look="plain"
          icon="hide"
          class="hide"
          aria-label={say("idea-hide-from-all", { number: String(n) })}
          title={say("idea-hide")}
          onClick={() => set(hide)}
        />
      ) : null}
      {note}
    </Card>
  );
}

/** A card of one's own, to mend its wording or to take it back. */
function Mine({ idea, own, note }: { idea: Idea; own: OwnIdea; note: ComponentChildren }) {
  const editing = useSignal(false);
  const withdraw = useWithdraw();
  const item = useRef<HTMLLIElement>(null);
  const done = () => {
    editing.value = false;
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>("button")?.focus());
  };
  if (editing.value) {
    return (
      <li class="card mine" data-idea={idea.id}>
        <span class="number" translate={false}>
          {idea.number}
        </span>
        <div class="text">
          <Editor idea={own} onDone={done} />
        </div>
      </li>
    );
  }
  return (
    <Card
      as="li"
      ref={item}
      mine
      class={width(idea.text ?? "")}
      data-idea={idea.id}
      {...numbered(idea)}
      text={own.pending ?? idea.text ?? ""}
      signature={idea.signature ?? undefined}
    >
      <span class="mark-line">
        {own.pending !== null ? say("own-change-waits") : own.waits ? say("own-others-soon") : say("own-yours")}
      </span>
      <Button look="plain" size="s" icon="edit" onClick={() => (editing.value = true)}>
        {say("own-edit")}
      </Button>
      <Button look="plain" size="s" icon="withdraw" onClick={() => withdraw(own)}>
        {say("own-withdraw")}
      </Button>
      {note}
    </Card>
  );
}

export interface IdeaWallProps {
  ideas: readonly Idea[];
  editable?: boolean;
  /** They are one page of several: in columns from top to bottom, and replaced at once. */
  paged?: boolean;
  /** A line at the foot of a card, of Read. */
  note?: (idea: Idea) => ComponentChildren;
}

/** Ideas as full texts on cards, row by row in the order of their numbers. New ones are dealt out where one was present. */
export function IdeaWall({ ideas, editable = false, paged = false, note }: IdeaWallProps) {
  const { own } = useBoard();
  const list = useRef<HTMLOListElement>(null);
  const mine = new Map(editable ? own.ideas.value.map((one) => [one.id, one]) : []);
  const size = ideas.length <= 12 ? "few" : ideas.length <= 40 ? "some" : "many";
  const drawn = useSlices(ideas.length, AT_ONCE, THEN);
  useLayoutEffect(() => {
    if (list.current && !paged) {
      deal(list.current);
    }
  }, [ideas, drawn]);
  return (
    <>
      {ideas.some((idea) => idea.signature) ? <p class="signed-note">{say("idea-signed")}</p> : null}
      <ol class={`idea-wall ${paged ? "paged" : size}`} ref={list}>
        {ideas.slice(0, drawn).map((idea) => {
          const one = mine.get(idea.id);
          return one?.mine && idea.text !== null ? (
            <Mine key={idea.id} idea={idea} own={one} note={note?.(idea)} />
          ) : (
            <Shown key={idea.id} idea={idea} note={note?.(idea)} />
          );
        })}
      </ol>
    </>
  );
}
