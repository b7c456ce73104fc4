import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useFit } from "../../../kit/fit";
import { say } from "../../../words/say";
import type { Idea } from "../../engine/state";
import { digits, HELD, measured, type Setting, SMALLEST, settings } from "./measure";
import { balanced, fits, type Page, paged, type Room, repaged, type Sized } from "./paging";
import "./sheet.css";

/** Ideas laid out for the wall. */
export interface Sheet {
  readonly pages: readonly Page[];
  readonly setting: Setting;
  readonly room: Room;
  readonly sizes: ReadonlyMap<string, Sized>;
}

const NOTHING: Sheet = { pages: [], setting: SMALLEST, room: { columns: 1, height: 0 }, sizes: new Map() };

/** The pages that stay as they are, and the room that they were made for. */
interface Breaks {
  readonly room: string;
  readonly pages: readonly Page[];
}

/** Lays out ideas in the largest type in which all of them stand on one page; else on pages of the smallest type. */
function laidOut(box: HTMLElement, ideas: readonly Idea[], before: Breaks | null): Sheet {
  if (matchMedia(HELD).matches) {
    const room = { columns: 1, height: Number.POSITIVE_INFINITY };
    const sizes = ideas.map(({ id }) => ({ id, height: 0 }));
    return sheetOf(paged(sizes, room), SMALLEST, room, sizes);
  }
  for (const setting of settings(ideas.length)) {
    const room = { columns: setting.columns, height: box.clientHeight };
    const sizes = measured(box, ideas, setting);
    if (setting !== SMALLEST && !fits(sizes, room)) continue;
    const fixed = before?.room === roomName(room, setting) ? before.pages : [];
    return sheetOf(repaged(fixed, sizes, room), setting, room, sizes);
  }
  return NOTHING;
}

function sheetOf(pages: readonly Page[], setting: Setting, room: Room, sizes: readonly Sized[]): Sheet {
  return { pages, setting, room, sizes: new Map(sizes.map((size) => [size.id, size])) };
}

function roomName({ height }: Room, { fit, columns }: Setting): string {
  return `${window.innerWidth} ${height} ${fit} ${columns}`;
}

/** Returns a number that changes when the box or the font changes. */
export function useRoom(box: RefObject<HTMLElement | null>): number {
  const [change, setChange] = useState(0);
  useLayoutEffect(() => {
    const again = (): void => setChange((n) => n + 1);
    const watch = new ResizeObserver(again);
    if (box.current) watch.observe(box.current);
    void document.fonts?.ready.then(again);
    return () => watch.disconnect();
  }, []);
  return change;
}

/** The layout of ideas in a box. `fixed`: page breaks stay where they once were, as long as the room is the same. */
export function useSheet(box: RefObject<HTMLElement | null>, ideas: readonly Idea[], fixed = false): Sheet {
  const [sheet, setSheet] = useState(NOTHING);
  const breaks = useRef<Breaks | null>(null);
  const change = useRoom(box);
  useLayoutEffect(() => {
    if (!box.current) return;
    const next = laidOut(box.current, ideas, fixed ? breaks.current : null);
    breaks.current = { room: roomName(next.room, next.setting), pages: next.pages };
    setSheet(next);
  }, [ideas, change]);
  return sheet;
}

/** One page of ideas. A text that is too long for a column stands alone. */
export function SheetPage({ sheet, ideas, at }: { sheet: Sheet; ideas: readonly Idea[]; at: number }) {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const page = (sheet.pages[at] ?? []).flatMap((id) => sheet.sizes.get(id) ?? []);
  const alone = page.length === 1 ? page[0] : undefined;
  const only = alone && byId.get(alone.id);
  if (alone && only && alone.height > sheet.room.height) return <OneIdea idea={only} />;
  return (
    <div
      class="wall-sheet"
      style={{
        "--fit": String(sheet.setting.fit),
        "--columns": String(sheet.room.columns),
        "--digits": String(digits(ideas)),
      }}
    >
      {balanced(page, sheet.room).map((column) => (
        <ol key={column[0]?.id}>
          {column.map(({ id }) => {
            const idea = byId.get(id);
            return idea ? <Item key={id} idea={idea} /> : null;
          })}
        </ol>
      ))}
    </div>
  );
}

function Item({ idea }: { idea: Idea }) {
  return (
    <li class="wall-idea" data-idea={idea.id}>
      <span class="number" translate={false}>
        {idea.number}
      </span>
      <p dir="auto">{idea.text}</p>
      {idea.signature ? (
        <small>
          <bdi>{idea.signature}</bdi>
        </small>
      ) : null}
    </li>
  );
}

const ONE = [12.5, 10.6, 9, 7.6, 6.4, 5.4, 4.6, 3.8, 3.34];

/** One idea on the whole wall, with what belongs to it below. */
export function OneIdea({ idea, children }: { idea: Idea; children?: ComponentChildren }) {
  const [box] = useFit<HTMLDivElement>(`${idea.id} ${idea.text}`, ONE);
  return (
    <div class="wall-alone">
      <article class="wall-one" ref={box} data-idea={idea.id}>
        <span class="number" translate={false}>
          {idea.number}
        </span>
        <p class="fitted" dir="auto">
          {idea.text ?? say("idea-hidden")}
        </p>
      </article>
      <p class="wall-cut">{say("screen-rest")}</p>
      {children}
      {idea.signature ? (
        <p class="wall-rest">
          <bdi>{idea.signature}</bdi>
        </p>
      ) : null}
    </div>
  );
}
