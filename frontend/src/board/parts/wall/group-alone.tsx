import { useRef } from "preact/hooks";
import { tintOf } from "../../../kit/tint";
import { say } from "../../../words/say";
import type { Idea } from "../../engine/state";
import { useBoard } from "../../engine/use-board";
import { placeOf } from "./follow";
import { PageKeys } from "./keys";
import { pageOf } from "./paging";
import { SheetPage, useSheet } from "./sheet";
import "./group-alone.css";

interface Props {
  readonly letter: string | null;
  readonly name: string;
  readonly ideas: readonly Idea[];
}

/** One group on the whole wall: its name, and its ideas in the largest type in which they fit, else page by page. */
export function GroupAlone({ letter, name, ideas }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const sheet = useSheet(body, ideas);
  const place = placeOf(useBoard());
  const at = pageOf(sheet.pages, place.value);
  return (
    <section class="group-alone" data-tint={letter ? tintOf(letter) : undefined}>
      <h1 tabIndex={-1}>
        <b translate={false}>{letter}</b>
        <bdi dir="auto">{name}</bdi>
        <i>{ideas.length}</i>
      </h1>
      <div class="body" ref={body}>
        <SheetPage sheet={sheet} ideas={ideas} at={at} />
      </div>
      {sheet.pages.length > 1 ? (
        <p class="alone-page">{say("screen-sheet", { page: at + 1, pages: sheet.pages.length })}</p>
      ) : null}
      <PageKeys
        at={at}
        count={sheet.pages.length}
        go={(page) => {
          place.value = sheet.pages[page]?.[0] ?? null;
        }}
      />
    </section>
  );
}
