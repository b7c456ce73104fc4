import { useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../../../words/say";
import { countOf } from "../../../engine/document/counting";
import type { Idea } from "../../../engine/state";
import { useBoard } from "../../../engine/use-board";
import { deal } from "../../../parts/ideas/deal";
import { placeOf, shownLarge } from "../../../parts/wall/follow";
import { Wall } from "../../../parts/wall/frame";
import { IdeaLine, type Mark } from "../../../parts/wall/idea-line";
import { PageKeys } from "../../../parts/wall/keys";
import { pageOf } from "../../../parts/wall/paging";
import { readySentence } from "../../../parts/wall/ready";
import { OneIdea, SheetPage, useSheet } from "../../../parts/wall/sheet";
import { useShownIdeas } from "../../../parts/wall/shown-ideas";
import { Asked } from "./asked";

/** Read on the big screen: the one idea that the facilitator shows, else pages of whole texts. */
export function WatchRead() {
  const board = useBoard();
  const { state } = board;
  const ideas = useShownIdeas();
  const body = useRef<HTMLDivElement>(null);
  const sheet = useSheet(body, ideas, true);
  const laid = sheet.pages.length > 0;
  const place = placeOf(board);
  const one = ideas.find((idea) => idea.id === shownLarge(state.meta.value));
  const at = pageOf(sheet.pages, place.value);
  const here = new Set(one ? [one.id] : sheet.pages[at]);
  useLayoutEffect(() => {
    // Only the first page: those that follow are turned, not dealt.
    if (laid && body.current) deal(body.current);
  }, [laid]);
  const { shown } = countOf(state.ideas.value);
  const name = one ? say("screen-one", { number: String(one.number), count: shown }) : pageName(sheet.pages, at, ideas);
  const go = (page: number): void => {
    place.value = sheet.pages[page]?.[0] ?? null;
  };
  return (
    <Wall
      class="watch-read"
      body={body}
      now={ideas.length > 0 ? `${name}${readySentence(state, "screen-have-read")}` : undefined}
      note={ideas.some((idea) => idea.signature && here.has(idea.id)) ? say("idea-signed") : undefined}
      line={<IdeaLine marks={marksOf(ideas, here)} />}
    >
      <h1 class="wall-title" tabIndex={-1}>
        {!state.ready.value
          ? say("read-loading")
          : ideas.length === 0
            ? say("read-none")
            : say("board-counted", { shown, hidden: 0 })}
      </h1>
      {ideas.length === 0 ? (
        <p class="wall-empty">{say(state.ready.value ? "read-none" : "read-loading")}</p>
      ) : one ? (
        <OneIdea idea={one}>
          <Asked idea={one.id} />
        </OneIdea>
      ) : (
        <SheetPage sheet={sheet} ideas={ideas} at={at} />
      )}
      {one ? null : <PageKeys at={at} count={sheet.pages.length} go={go} />}
    </Wall>
  );
}

/** "Page 3 of 7, ideas 17 to 26.", or how many there are on a single page. */
function pageName(pages: readonly (readonly string[])[], at: number, ideas: readonly Idea[]): string {
  if (pages.length < 2) return `${say("board-counted", { shown: ideas.length, hidden: 0 })}.`;
  const numbers = ideas.filter((idea) => pages[at]?.includes(idea.id)).map((idea) => idea.number ?? 0);
  const named = { page: at + 1, pages: pages.length, first: String(numbers[0] ?? "") };
  return numbers.length < 2
    ? say("screen-page-one", named)
    : say("screen-page", { ...named, last: String(numbers.at(-1) ?? "") });
}

/** What was read lies before what is on the screen. */
function marksOf(ideas: readonly Idea[], here: ReadonlySet<string>): Mark[] {
  const first = ideas.findIndex((idea) => here.has(idea.id));
  return ideas.map(({ id }, at) => ({ id, look: here.has(id) ? "here" : at < first ? "read" : "ahead" }));
}
