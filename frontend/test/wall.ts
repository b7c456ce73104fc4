import { computed, signal } from "@preact/signals";
import { vi } from "vitest";
import type { Board } from "../src/board/engine/boot";
import { LOOSE, wallOf } from "../src/board/phases/group/wall/wall";

interface Place {
  cluster: string | null;
  rank: string;
}

/** A board with ideas "a" to "f" in the tray and two groups; `move` is what somebody else does. Timers are faked. */
export function table() {
  const ids = [..."abcdef"];
  const places = signal(new Map<string, Place>(ids.map((id) => [id, { cluster: null, rank: id }])));
  const hidden = signal("");
  const ideas = computed(() =>
    ids.map((id, at) => ({
      id,
      number: at + 1,
      text: hidden.value === id ? null : `Idea ${id}`,
      ...(places.value.get(id) as Place),
    })),
  );
  const inside = (cluster: string | null) =>
    ideas.value.filter((idea) => idea.cluster === cluster).sort((one, two) => (one.rank < two.rank ? -1 : 1));
  const state = {
    byId: computed(() => new Map(ideas.value.map((idea) => [idea.id, idea]))),
    ideas,
    idea: (id: string) => computed(() => ideas.value.find((idea) => idea.id === id)),
    loose: computed(() => inside(null)),
    clusters: computed(() => ["X", "Y"].map((id) => ({ id, name: id, letter: id, rank: id, ideas: inside(id) }))),
    meta: signal({ grouping: "everyone" }),
  };
  const moving = signal<ReadonlySet<string>>(new Set());
  const board = { state, boot: { board: "b", role: "participate" }, moved: { moving } } as unknown as Board;
  const wall = wallOf(board);
  wall.view.value = { width: 700, room: 5000 };
  wall.start();
  const moves = (id: string, cluster: string | null, rank = "z") => {
    places.value = new Map(places.value).set(id, { cluster, rank });
  };
  const move: typeof moves = (...to) => {
    moves(...to);
    vi.advanceTimersByTime(1000);
  };
  const shown = () => [LOOSE, "X", "Y"].map((box) => wall.box(box).value.join("")).join(" ");
  const hide = (id: string) => {
    hidden.value = id;
  };
  return { board, wall, moving, moves, move, shown, hide };
}
