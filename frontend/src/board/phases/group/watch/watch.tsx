import { useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import { say } from "../../../../words/say";
import type { Idea } from "../../../engine/state";
import { useBoard } from "../../../engine/use-board";
import { placeOf, shownLarge } from "../../../parts/wall/follow";
import { Wall } from "../../../parts/wall/frame";
import { GroupAlone } from "../../../parts/wall/group-alone";
import { IdeaLine, type Mark } from "../../../parts/wall/idea-line";
import { PageKeys } from "../../../parts/wall/keys";
import { readySentence } from "../../../parts/wall/ready";
import { OneIdea, SheetPage, useSheet } from "../../../parts/wall/sheet";
import { CELLS, Cells, type Group, INDEX, Index } from "./overview";
import { groupsOf, pageAt, pagesOf, type Turned, turnedTo, type WallPage } from "./pages";

/** Group on the big screen: groups with what fits of them, then page by page the ideas that are in none. */
export function WatchWall() {
  const board = useBoard();
  const { state } = board;
  const groups = useComputed(() => groupsOf(state.clusters.value)).value;
  const loose = useComputed(() => visible(state.loose.value)).value;
  const body = useRef<HTMLDivElement>(null);
  const sheet = useSheet(body, loose);
  const place = placeOf(board);
  const pages = pagesOf(groups, sheet.pages, groups.length <= CELLS ? CELLS : INDEX);
  const turned = useRef<Turned | null>(null);
  // What the facilitator shows is followed to a page of any kind.
  const isOwn = state.meta.value.highlight !== place.value;
  const at = pageAt(pages, place.value, isOwn ? turned.current : null);
  const page = pages[at];
  const large = shownLarge(state.meta.value);
  const one = [...loose, ...groups.flatMap((group) => group.ideas)].find((idea) => idea.id === large);
  const alone = groups.find((group) => group.id === large);
  const count = groups.reduce((sum, group) => sum + group.ideas.length, loose.length);
  const lead = say("screen-groups", { count, groups: groups.length, loose: loose.length });
  const named =
    pages.length > 1 && !one && !alone ? ` ${say("screen-sheet", { page: at + 1, pages: pages.length })}.` : "";
  return (
    <Wall
      class="watch-group"
      body={body}
      now={state.ready.value && count > 0 ? `${lead}${named}${readySentence(state, "screen-have-grouped")}` : undefined}
      line={<IdeaLine marks={marksOf(groups, loose)} />}
    >
      <h1 class="wall-title" tabIndex={-1}>
        {lead}
      </h1>
      {!state.ready.value ? (
        <p class="wall-empty">{say("group-loading")}</p>
      ) : count === 0 ? (
        <p class="wall-empty">{say("group-no-ideas")}</p>
      ) : one ? (
        <OneIdea idea={one} />
      ) : alone ? (
        <GroupAlone {...alone} />
      ) : page?.kind === "groups" ? (
        <Groups page={page} all={groups.length} />
      ) : (
        <SheetPage sheet={sheet} ideas={loose} at={page?.at ?? 0} />
      )}
      {one || alone ? null : (
        <PageKeys
          at={at}
          count={pages.length}
          go={(to) => {
            turned.current = turnedTo(pages, to);
            place.value = turned.current?.place ?? null;
          }}
        />
      )}
    </Wall>
  );
}

function Groups({ page, all }: { page: Extract<WallPage, { kind: "groups" }>; all: number }) {
  return all <= CELLS ? <Cells groups={page.groups} /> : <Index groups={page.groups} />;
}

function visible(ideas: readonly Idea[]): readonly Idea[] {
  return ideas.filter((idea) => idea.text !== null);
}

/** Each idea in the colour of its group, empty when it is in none. */
function marksOf(groups: readonly Group[], loose: readonly Idea[]): Mark[] {
  return [
    ...groups.flatMap(({ ideas, letter }) => ideas.map(({ id }): Mark => ({ id, look: "grouped", letter }))),
    ...loose.map(({ id }): Mark => ({ id, look: "loose" })),
  ];
}
