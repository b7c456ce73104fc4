/**
 * The wall as this browser shows it: what is true now, laid over with my own moves that are on their way, and held still
 * where somebody points, types or has a menu open. Components read only this and `state`.
 */

import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { throttled } from "../../../../kit/throttle";
import type { ClusterEntry } from "../../../../protocol.generated";
import type { Board } from "../../../engine/boot";
import { counting, type IdeaCount } from "../../../engine/document/counting";
import { perBoard } from "../../../engine/per-board";
import { matches, asked as queryOf } from "../find/find";
import { type Density, densityFor, type Sizes, sizesFor } from "../layout/density";
import { BARE, type Layout, layOut, type View } from "../layout/layout";
import { steadySizes } from "../layout/steady";
import type { Menu } from "../menu/menu";
import { NOTHING, pruned, type Selection } from "../selection";
import { frozenBy, type Lanes, noted } from "./lanes";
import { keepDensity, keptDensity, remember, remembered } from "./memory";
import { CALM, type Frozen, type Settled, settle } from "./settle";
import { cached, EMPTY, LOOSE, type Sent, truth } from "./truth";

export { LOOSE } from "./truth";

/** How long the wall rests after it rendered what others did, as a multiple of what the render took. */
const REST = 8;
/** Milliseconds; also the rest while a card is dragged. Nothing on the wall moves then, only the notes of what waits. */
const LONGEST_REST = 2000;

export interface Wall {
  readonly board: Board;
  /** What the wall has of the window, once it is measured. */
  readonly view: Signal<View | null>;
  readonly density: ReadonlySignal<Density>;
  readonly sizes: ReadonlySignal<Sizes | null>;
  /** The loose ideas in their columns, and right of them the groups in theirs. */
  readonly loose: ReadonlySignal<Lanes>;
  readonly lanes: ReadonlySignal<Lanes>;
  /** The ideas of a box in the order they stand. */
  box(id: string): ReadonlySignal<readonly string[]>;
  /** The ideas of a box, and those of the whole wall, counted: of the same moment as the cards. */
  count(id: string): ReadonlySignal<IdeaCount>;
  readonly standing: ReadonlySignal<IdeaCount>;
  /** How many ideas lie in a group that shows none of them, because they still stand where somebody points. */
  coming(id: string): ReadonlySignal<number>;
  /** Name and letter of a group as shown; a held group keeps its name until it is let go. */
  entry(id: string): ReadonlySignal<ClusterEntry | undefined>;
  /** The boxes that ideas really lie in which are still shown somewhere else. */
  readonly stale: ReadonlySignal<ReadonlyMap<string, string>>;
  /** How many held-back changes the note at this box announces. */
  waiting(box: string): ReadonlySignal<number>;
  /** Whether an idea's card has been near the screen; only those in `deep` begin out of sight. */
  near(idea: string): Signal<boolean>;
  readonly deep: Set<string>;
  /** Whether a card was ever pointed at, or had the focus. */
  touched(idea: string): Signal<boolean>;
  /** All ideas in the order they stand on the page. */
  order(): readonly string[];
  boxOf(idea: string): string | undefined;
  readonly pointed: Signal<string | null>;
  /** The column of loose ideas under the pointer, -1 elsewhere on the wall, null beside it. */
  readonly above: Signal<number | null>;
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
  /** Groups that are not open, or not closed, as the density has it. */
  readonly folded: Signal<ReadonlySet<string>>;
  /** Whether only the head of a group shows. */
  closed(cluster: string): boolean;
  /** Opens or closes a group, on this page only. */
  turn(cluster: string): void;
  setDensity(density: Density): void;
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
  /** I am about to make a group; it should stand in this column, or in any (-1). */
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
  const above = signal<number | null>(null);
  const view = signal<View | null>(null);
  const chosen = signal(keptDensity(board.boot.board));
  const layout = signal<Layout>(BARE);
  const lanes = computed(() => layout.value.lanes);
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
  let opened: Density | null = null;
  const density = computed(() => {
    const count = state.ideas.value.length;
    // Ideas that are let in later change nothing under a pointer.
    opened ??= count > 0 ? densityFor(count) : null;
    return chosen.value ?? opened ?? "full";
  });
  const sizes = steadySizes(() => {
    const lengths = state.ideas.value.map((idea) => idea.text?.length ?? 0);
    return view.value && sizesFor(density.value, view.value, lengths);
  });
  const closed = (cluster: string) => folded.value.has(cluster) !== (density.value === "names");
  const asked = new Map<string, number>();
  const deep = new Set<string>();
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
    const now = sizes.value;
    batch(() => {
      settled.value = next;
      notes.value = noted([[LOOSE], ...lanes.peek()], next.waiting, how.tails, LOOSE);
      names.value = entries;
      if (now !== null) {
        const before = layout.peek();
        layout.value = layOut(before, {
          sizes: now,
          boxes: next.boxes,
          lengthOf: (idea) => state.idea(idea).peek()?.text?.length ?? 0,
          inOrder,
          closed,
          may: how === CALM || mayHandOver(),
          asked,
          known: (count) => remembered(board.boot.board, count),
        });
        if (layout.value.lanes !== before.lanes) remember(board.boot.board, layout.value.lanes);
      }
      selection.value = pruned(selection.peek(), (idea) => state.idea(idea).peek() !== undefined);
    });
  };

  const away = computed(() => above.value === null);
  /** Nobody holds the column of loose ideas that the groups take next: after an act of mine it moves under no pointer. */
  const mayHandOver = () => {
    if (carried.value.length > 0 || menu.value !== null || focused.value === LOOSE) return false;
    return away.value || (passing.value > 0 && above.peek() !== layout.peek().loose.length - 1);
  };

  const held = computed(
    () => pointed.value !== null || focused.value !== null || menu.value !== null || carried.value.length > 0,
  );
  const theirs = () => [state.loose.value, state.clusters.value];
  const acting = () => sent.value.size > 0 || called.value.size > 0 || passing.value > 0;
  /** What is shown at once when it changes: all that I do, and what comes back of it. */
  const mine = () => [frozen.value, sizes.value, folded.value, mayHandOver(), acting() && theirs()];
  let stop: (() => void) | null = null;
  // Before the wall is drawn there is nothing that could differ from the truth.
  const standing = computed(() => (settled.value.boxes.size > 0 ? settled.value.boxes : live.value));
  const numbered = (idea: string) => state.byId.peek().get(idea)?.number ?? Number.MAX_SAFE_INTEGER;
  const inOrder = (ideas: readonly string[]) => [...ideas].sort((one, other) => numbered(one) - numbered(other));
  const counted = (ids: () => readonly string[]) => counting(() => ids().map((id) => state.byId.value.get(id)));

  const wall: Wall = {
    board,
    view,
    density,
    sizes,
    loose: computed(() => layout.value.loose),
    lanes,
    box: cached((id) => computed(() => settled.value.boxes.get(id) ?? EMPTY)),
    entry: cached((id) => computed(() => names.value.get(id))),
    stale: computed(() => settled.value.stale),
    count: cached((id) => counted(() => standing.value.get(id) ?? EMPTY)),
    standing: counted(() => [...standing.value.values()].flat()),
    coming: cached((id) =>
      computed(() => (settled.value.boxes.get(id)?.length ? 0 : (live.value.get(id)?.length ?? 0))),
    ),
    waiting: cached((id) => computed(() => notes.value.get(id) ?? 0)),
    near: cached((id) => signal(!deep.has(id))),
    deep,
    touched: cached(() => signal(false)),
    order() {
      const { boxes } = settled.value;
      return [...inOrder(boxes.get(LOOSE) ?? EMPTY), ...lanes.value.flat().flatMap((id) => boxes.get(id) ?? EMPTY)];
    },
    boxOf(idea) {
      for (const [box, ideas] of settled.peek().boxes) if (ideas.includes(idea)) return box;
      return undefined;
    },
    pointed,
    above,
    focused,
    menu,
    carried,
    sent,
    called,
    selection,
    renaming,
    folded,
    closed,
    turn(cluster) {
      const next = new Set(folded.peek());
      if (!next.delete(cluster)) next.add(cluster);
      folded.value = next;
    },
    setDensity(to) {
      batch(() => {
        chosen.value = to;
        folded.value = new Set();
      });
      keepDensity(board.boot.board, to);
    },
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
      stop ??= throttled(
        () => show(frozen.value),
        mine,
        theirs,
        (cost) => (carried.peek().length > 0 ? LONGEST_REST : Math.min(LONGEST_REST, REST * cost)),
      );
    },
    stop() {
      stop?.();
      stop = null;
    },
  };
  return wall;
}
