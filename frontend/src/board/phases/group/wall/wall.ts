/**
 * The wall as this browser shows it: what is true now, laid over with my own moves that are on their way, and held still
 * where somebody points, types or has a menu open. Components read only this and `state`.
 */

import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ClusterEntry } from "../../../../protocol.generated";
import type { Board } from "../../../engine/boot";
import { counting, type IdeaCount } from "../../../engine/document/counting";
import { type Idea, perId } from "../../../engine/document/lists";
import { perBoard } from "../../../engine/per-board";
import { matches, asked as queryOf } from "../find/find";
import type { Menu } from "../menu/menu";
import { NOTHING, pruned, type Selection } from "../selection";
import { assign, frozenBy, type Lanes, noted } from "./lanes";
import { remember, remembered } from "./memory";
import { type Boxes, CALM, type Frozen, type Settled, settle } from "./settle";

/** The box of ideas in no group. */
export const LOOSE = "loose";

export interface Sent {
  readonly cluster: string | null;
  readonly rank: string | null;
}

export interface Wall {
  readonly board: Board;
  /** Columns of groups; the loose tray stands beside them. */
  readonly lanes: ReadonlySignal<Lanes>;
  readonly columns: Signal<number>;
  /** The ideas of a box in the order they stand. */
  box(id: string): ReadonlySignal<readonly string[]>;
  /** The ideas of a box, and those of the whole wall, counted: of the same moment as the cards. */
  count(id: string): ReadonlySignal<IdeaCount>;
  readonly standing: ReadonlySignal<IdeaCount>;
  /** How many ideas lie in a group that shows none of them, because they still stand where somebody points. */
  coming(id: string): ReadonlySignal<number>;
  /** Name and letter of a group as shown; a held group keeps its name until it is let go. */
  entry(id: string): ReadonlySignal<ClusterEntry | undefined>;
  /** The box an idea really lies in, when it is still shown somewhere else. */
  stale(idea: string): ReadonlySignal<string | undefined>;
  /** How many held-back changes the note at this box announces. */
  waiting(box: string): ReadonlySignal<number>;
  /** Whether an idea's card has been near the screen; while `far` is set, cards are first drawn out of sight. */
  near(idea: string): Signal<boolean>;
  far: boolean;
  /** All ideas in the order they stand on the page. */
  order(): readonly string[];
  boxOf(idea: string): string | undefined;
  readonly pointed: Signal<string | null>;
  readonly focused: Signal<string | null>;
  /** What is being dragged. */
  readonly carried: Signal<readonly string[]>;
  /** My own moves that are not in the document yet. */
  readonly sent: Signal<ReadonlyMap<string, Sent>>;
  /** Names I gave that are not in the document yet. */
  readonly called: Signal<ReadonlyMap<string, string>>;
  readonly menu: Signal<Menu | null>;
  readonly selection: Signal<Selection>;
  readonly renaming: Signal<string | null>;
  /** Groups of which I only want to see the head. */
  readonly folded: Signal<ReadonlySet<string>>;
  /** Touch screens: marks for selecting stand on every card. */
  readonly picking: Signal<boolean>;
  /** Phones: one loose idea at a time, rather than the groups. */
  readonly oneByOne: Signal<boolean>;
  /** What stands in the find box, and the ideas it finds; null finds everything. */
  readonly sought: Signal<string>;
  readonly found: ReadonlySignal<ReadonlySet<string> | null>;
  readonly facilitates: boolean;
  /** I may move ideas now. */
  readonly free: ReadonlySignal<boolean>;
  /** Somebody points, types, drags or has a menu open here. */
  readonly held: ReadonlySignal<boolean>;
  /** A group I am about to make should stand in this column. */
  ask(cluster: string, lane: number): void;
  /** Shows the waiting changes, even of held boxes. */
  letGo(): void;
  /** Runs a change of mine that moves many cards: for its time nothing is held back. */
  through<T>(act: () => Promise<T>): Promise<T>;
  start(): void;
  stop(): void;
}

export const wallOf = perBoard(build);

function build(board: Board): Wall {
  const { state } = board;
  const sent = signal<ReadonlyMap<string, Sent>>(new Map());
  const pointed = signal<string | null>(null);
  const focused = signal<string | null>(null);
  const menu = signal<Menu | null>(null);
  const carried = signal<readonly string[]>([]);
  const passing = signal(0);
  const columns = signal(0);
  const lanes = signal<Lanes>([]);
  const called = signal<ReadonlyMap<string, string>>(new Map());
  const names = signal<ReadonlyMap<string, ClusterEntry>>(new Map());
  const notes = signal<ReadonlyMap<string, number>>(new Map());
  const settled = signal<Settled>({ boxes: new Map(), stale: new Map(), waiting: new Map() });
  const selection = signal<Selection>(NOTHING);
  const renaming = signal<string | null>(null);
  const folded = signal<ReadonlySet<string>>(new Set());
  const picking = signal(false);
  const oneByOne = signal(true);
  const sought = signal("");
  const facilitates = board.boot.role === "facilitate";
  const free = computed(
    () => facilitates || (board.boot.role === "participate" && state.meta.value.grouping === "everyone"),
  );
  const found = computed(() => {
    const query = queryOf(sought.value);
    if (!query) return null;
    const hits = state.ideas.value.filter((idea) => idea.text !== null && matches(query, idea.text, idea.number));
    return new Set(hits.map((idea) => idea.id));
  });
  const asked = new Map<string, number>();
  const live = computed(() => truth(board, sent.value));

  const frozen = computed<Frozen>(() => {
    if (passing.value > 0) return CALM;
    const own = new Set(sent.value.keys());
    if (carried.value.length > 0) return { frozen: new Set([LOOSE, ...lanes.value.flat()]), tails: new Set(), own };
    const held = new Set([pointed.value, focused.value, ...(menu.value?.boxes ?? [])].filter((id) => id !== null));
    if (held.size === 0) return { ...CALM, own };
    return { ...frozenBy([[LOOSE], ...lanes.value], held), own };
  });

  const show = (how: Frozen) => {
    const next = settle(settled.peek().boxes, live.value, how);
    const entries = new Map<string, ClusterEntry>();
    for (const { id, name, rank, letter } of state.clusters.value) {
      const before = names.peek().get(id);
      const same = before && before.name === name && before.rank === rank && before.letter === letter;
      const mine = called.value.get(id);
      const rests = before && how.frozen.has(id);
      if (mine !== undefined) entries.set(id, before?.name === mine ? before : { name: mine, rank, letter });
      else entries.set(id, same || rests ? before : { name, rank, letter });
    }
    for (const [id, before] of names.peek()) if (how.frozen.has(id) && !entries.has(id)) entries.set(id, before);
    const groups = [...next.boxes]
      .filter(([id]) => id !== LOOSE)
      .map(([id, ideas]) => ({ id, weight: ideas.length + 2 }));
    const count = columns.value;
    batch(() => {
      settled.value = next;
      notes.value = noted([[LOOSE], ...lanes.peek()], next.waiting, how.tails, LOOSE);
      names.value = entries;
      if (count > 0) {
        const before = lanes.peek().length === count ? lanes.peek() : remembered(board.boot.board, count);
        lanes.value = assign(before, count, groups, asked);
        if (lanes.value !== before) remember(board.boot.board, lanes.value);
      }
      selection.value = pruned(selection.peek(), (idea) => state.idea(idea).peek() !== undefined);
    });
  };

  const held = computed(
    () => pointed.value !== null || focused.value !== null || menu.value !== null || carried.value.length > 0,
  );
  let stop: (() => void) | null = null;
  // Before the wall is drawn there is nothing that could differ from the truth.
  const standing = computed(() => (settled.value.boxes.size > 0 ? settled.value.boxes : live.value));
  const byId = computed(() => new Map(state.ideas.value.map((idea) => [idea.id, idea])));
  const counted = (ids: () => readonly string[]) => counting(() => ids().map((id) => byId.value.get(id)));

  const wall: Wall = {
    board,
    lanes,
    columns,
    box: cached((id) => computed(() => settled.value.boxes.get(id) ?? EMPTY)),
    entry: cached((id) => computed(() => names.value.get(id))),
    stale: perId(computed(() => settled.value.stale)),
    count: cached((id) => counted(() => standing.value.get(id) ?? EMPTY)),
    standing: counted(() => [...standing.value.values()].flat()),
    coming: cached((id) =>
      computed(() => (settled.value.boxes.get(id)?.length ? 0 : (live.value.get(id)?.length ?? 0))),
    ),
    waiting: cached((id) => computed(() => notes.value.get(id) ?? 0)),
    near: cached(() => signal(!wall.far)),
    far: false,
    order: () => [LOOSE, ...lanes.value.flat()].flatMap((id) => settled.value.boxes.get(id) ?? EMPTY),
    boxOf(idea) {
      for (const [box, ideas] of settled.peek().boxes) if (ideas.includes(idea)) return box;
      return undefined;
    },
    pointed,
    focused,
    menu,
    carried,
    sent,
    called,
    selection,
    renaming,
    folded,
    picking,
    oneByOne,
    sought,
    found,
    facilitates,
    free,
    held,
    ask: (cluster, lane) => void asked.set(cluster, lane),
    letGo: () => show(CALM),
    async through(act) {
      passing.value += 1;
      try {
        return await act();
      } finally {
        passing.value -= 1;
      }
    },
    start() {
      stop ??= effect(() => show(frozen.value));
    },
    stop() {
      stop?.();
      stop = null;
    },
  };
  return wall;
}

const EMPTY: readonly string[] = [];

/** Every box with its ideas in display order, my own moves already carried out. */
function truth(board: Board, sent: ReadonlyMap<string, Sent>): Boxes {
  const { loose, clusters } = board.state;
  const boxes = new Map([[LOOSE, idsOf(loose.value)]]);
  for (const cluster of clusters.value) boxes.set(cluster.id, idsOf(cluster.ideas));
  for (const [idea, to] of sent) {
    const box = to.cluster ?? LOOSE;
    if (!boxes.has(box)) continue;
    for (const [id, ideas] of boxes)
      if (ideas.includes(idea))
        boxes.set(
          id,
          ideas.filter((one) => one !== idea),
        );
    const there = boxes.get(box) ?? EMPTY;
    const rankOf = (one: string) => sent.get(one)?.rank ?? board.state.idea(one).peek()?.rank ?? "";
    const at = to.rank === null ? -1 : there.findIndex((one) => rankOf(one) > (to.rank as string));
    boxes.set(box, at < 0 ? [...there, idea] : [...there.slice(0, at), idea, ...there.slice(at)]);
  }
  return boxes;
}

const known = new WeakMap<readonly Idea[], readonly string[]>();

/** The same list for the same list. */
function idsOf(ideas: readonly Idea[]): readonly string[] {
  const ids = known.get(ideas) ?? ideas.map((idea) => idea.id);
  known.set(ideas, ids);
  return ids;
}

function cached<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    let found = known.get(id);
    if (found === undefined) {
      found = make(id);
      known.set(id, found);
    }
    return found;
  };
}
