import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { lazy } from "../../../kit/lazy";
import { loadWithRetry } from "../../../kit/load";
import { later, whenIdle } from "../../../kit/page/slices";
import { usePhone } from "../../../kit/page/use-phone";
import { say } from "../../../words/say";
import { selectByPress } from "./choose";
import { Find } from "./find/later";
import { GroupFrame } from "./frame";
import { measured } from "./layout/measure";
import { Lead } from "./lead";
import { Merges } from "./merges/merges";
import { LanesOfGroups } from "./wall/columns";
import { holdStill } from "./wall/hold";
import { stopInEach } from "./wall/roving";
import { Tray } from "./wall/tray";
import { useWall } from "./wall/use-wall";
import type { Wall } from "./wall/wall";
import "./group.css";

const SortOneByOne = lazy(async () => (await import("./phone/phone")).SortOneByOne);
// The cards come first: nobody reaches for a menu of what is not there.
const Overlays = lazy(later(async () => (await import("./menu/overlays")).Overlays));

/** The phase Group with hands on it. */
export function Group() {
  return (
    <GroupFrame>
      <Hands />
    </GroupFrame>
  );
}

function Hands() {
  const wall = useWall();
  const root = useRef<HTMLDivElement>(null);
  const narrow = usePhone();
  useLayoutEffect(() => (root.current ? holdStill(root.current, wall) : undefined), [wall]);
  useLayoutEffect(() => (root.current ? selectByPress(root.current, wall) : undefined), [wall]);
  useEffect(() => wall.found.subscribe(() => void requestAnimationFrame(stopInEach)), [wall]);
  useDragging(root, wall);
  useLayoutEffect(() => (root.current ? underTheTop(root.current) : undefined), []);
  useLayoutEffect(() => (root.current ? noticeNear(root.current, wall) : undefined), [wall]);
  useLayoutEffect(() => (root.current ? measured(root.current, wall, narrow) : undefined), [wall, narrow]);
  const one = narrow && wall.oneByOne.value && wall.free.value;
  return (
    <div
      ref={root}
      class="group-phase"
      data-held={wall.held.value ? "" : undefined}
      data-finding={wall.found.value ? "" : undefined}
      data-picking={wall.picking.value || wall.selection.value.chosen.size > 0 ? "" : undefined}
    >
      <Lead tools={!one} hint={!one} />
      {narrow && wall.free.value ? <Tabs /> : null}
      {narrow && !one ? (
        <div class="phone-tools">
          <Find />
          {wall.free.value ? <Merges /> : null}
        </div>
      ) : null}
      {one ? <SortOneByOne /> : <Columns narrow={narrow} />}
      <Overlays />
    </div>
  );
}

function Columns({ narrow }: { narrow: boolean }) {
  const wall = useWall();
  const [loose, lanes] = [wall.loose.value.length, wall.lanes.value.length];
  const gridTemplateColumns = narrow
    ? undefined
    : [loose, lanes]
        .filter(Boolean)
        .map((count) => `minmax(0, ${count}fr)`)
        .join(" ");
  return (
    <div class="wall" style={{ gridTemplateColumns }}>
      {/* On a phone the groups come first, to the eye and to whoever reads or tabs through them in order. */}
      {narrow ? <LanesOfGroups key="groups" /> : null}
      {loose > 0 ? <Tray key="tray" /> : null}
      {narrow || lanes === 0 ? null : <LanesOfGroups key="groups" />}
    </div>
  );
}

/** One listener for all cards: what has come near once keeps its buttons. */
function noticeNear(root: HTMLElement, wall: Wall): () => void {
  const changed = (event: Event) => {
    const idea = event.target instanceof HTMLElement ? event.target.dataset.idea : undefined;
    if (idea !== undefined && !(event as ContentVisibilityAutoStateChangeEvent).skipped) wall.near(idea).value = true;
  };
  root.addEventListener("contentvisibilityautostatechange", changed, true);
  return () => root.removeEventListener("contentvisibilityautostatechange", changed, true);
}

/**
 * What sticks on the wall sticks under the top bar and ends above the footer, however high these are. Their heights
 * are set before there are cards, because a later change would restyle every card.
 */
function underTheTop(root: HTMLElement): () => void {
  const heights = new Map<Element, string>();
  const tell = () => {
    const found = [...heights].map(([element, name]) => [name, `${(element as HTMLElement).offsetHeight}px`] as const);
    for (const [name, height] of found)
      if (root.style.getPropertyValue(name) !== height) root.style.setProperty(name, height);
  };
  const observer = new ResizeObserver(tell);
  for (const [name, element] of [
    ["--tray-top", document.querySelector(".top")],
    ["--lead", root.querySelector(".lead")],
  ] as const) {
    if (element === null) continue;
    heights.set(element, name);
    observer.observe(element);
  }
  tell();
  return () => observer.disconnect();
}

function Tabs() {
  const wall = useWall();
  const tab = (one: boolean, label: string) => (
    <button
      type="button"
      aria-pressed={wall.oneByOne.value === one ? "true" : "false"}
      onClick={() => {
        wall.oneByOne.value = one;
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="two-ways">
      {tab(true, say("group-one-by-one"))}
      {tab(false, say("group-all-groups"))}
    </div>
  );
}

/** Dragging is loaded when moving is first allowed; until then, and without it, "Move to…" does all of it. */
function useDragging(root: { current: HTMLElement | null }, wall: Wall): void {
  const free = wall.free.value;
  useEffect(() => {
    const element = root.current;
    if (!free || !element) return;
    let stop = () => {};
    let left = false;
    // It is large: the cards come first.
    void whenIdle()
      .then(() =>
        loadWithRetry(
          () => import("./drag/dragging"),
          () => !left,
        ),
      )
      .then((dragging) => {
        if (dragging && !left) stop = dragging.dragOn(element, dragging.carrierOf(wall));
      });
    return () => {
      left = true;
      stop();
    };
  }, [free, root, wall]);
}
