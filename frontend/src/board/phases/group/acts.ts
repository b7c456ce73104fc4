/** What a person can do to the wall. Every change shows at once, is announced, and can be undone. Loaded after the cards. */

import { announce, succeeded, toast } from "../../../kit/feedback";
import { between } from "../../../kit/rank";
import { newId } from "../../../live/random";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import { keepAsMine } from "../../actions/my-merges";
import type { By } from "./by";
import { nameOf } from "./names/names";
import { NOTHING } from "./selection";
import { until } from "./until";
import { land } from "./wall/land";
import { LOOSE, type Wall } from "./wall/wall";

/** Moves ideas to a group (null: to none), in front of `before` when it is given. */
export async function moveTo(
  wall: Wall,
  ideas: readonly string[],
  cluster: string | null,
  by: By,
  before?: string | null,
  ghost?: DOMRect,
): Promise<void> {
  const [only] = ideas;
  if (only === undefined) return;
  const rank = ideas.length === 1 && before !== undefined ? rankBefore(wall, only, cluster ?? LOOSE, before) : null;
  const arrive = land(ideas, by, ghost);
  const sent = new Map(wall.sent.peek());
  for (const idea of ideas) sent.set(idea, { cluster, rank });
  wall.sent.value = sent;
  wall.selection.value = NOTHING;
  arrive();
  const { commands } = wall.board;
  const answer = await (ideas.length === 1
    ? commands.placeIdea(only, cluster, rank ?? undefined)
    : commands.placeIdeas(ideas, cluster));
  const settled = new Map(wall.sent.peek());
  for (const idea of ideas) if (settled.get(idea) === sent.get(idea)) settled.delete(idea);
  wall.sent.value = settled;
  if (!succeeded(answer)) return;
  announce(say("group-moved", { count: ideas.length, group: nameOf(wall, cluster) }));
}

/** One place up or down within its box. */
export async function nudge(wall: Wall, idea: string, by: -1 | 1): Promise<void> {
  const box = wall.boxOf(idea) ?? LOOSE;
  if (box === LOOSE) return;
  const there = wall.box(box).peek();
  const at = there.indexOf(idea);
  const to = at + by;
  if (to < 0 || to >= there.length) return;
  const before = there[by < 0 ? to : to + 1] ?? null;
  await moveTo(wall, [idea], box, "keys", before);
  announce(say("group-nudged", { place: to + 1, of: there.length }));
}

/** Makes a new group; without a name its name field opens at once. */
export async function groupTogether(
  wall: Wall,
  ideas: readonly string[],
  by: By,
  name = "",
  lane?: number,
): Promise<string | null> {
  const cluster = newId();
  wall.ask(cluster, lane ?? -1);
  const arrive = land(ideas, by);
  if (!name) wall.renaming.value = cluster;
  const answer = await wall.through(() => wall.board.commands.merge(ideas, cluster, name || undefined));
  wall.selection.value = NOTHING;
  if (!succeeded(answer)) {
    if (wall.renaming.peek() === cluster) wall.renaming.value = null;
    return null;
  }
  if (name) arrive();
  keepAsMine(wall.board.boot.board, cluster);
  announce(say("group-made", { count: ideas.length }));
  return cluster;
}

export async function rename(wall: Wall, cluster: string, name: string): Promise<void> {
  if (!wall.board.state.cluster(cluster).peek()) {
    toast(say("group-rename-gone"));
    return;
  }
  // While I typed, the head kept the name it had.
  const shown = wall.entry(cluster).peek()?.name;
  const theirs = wall.board.state.cluster(cluster).peek()?.name;
  wall.called.value = new Map(wall.called.peek()).set(cluster, name);
  const answer = await wall.board.commands.nameCluster(cluster, name);
  const done = succeeded(answer);
  if (done && theirs && theirs !== shown && theirs !== name)
    undoable(wall, say("group-renamed-over", { name: isolated(name), theirs: isolated(theirs) }));
  else if (done) announce(say("group-renamed", { name: isolated(name) }));
  // The answer may be here before the change is; a box that is held would then keep the name it had.
  if (done) await until(() => (wall.board.state.cluster(cluster).value?.name ?? name) === name);
  if (wall.called.peek().get(cluster) === name) {
    const called = new Map(wall.called.peek());
    called.delete(cluster);
    wall.called.value = called;
  }
  if (!done) wall.letGo();
}

export async function undo(wall: Wall): Promise<void> {
  succeeded(await wall.through(() => wall.board.undo.undo()));
}

export async function undoMerge(wall: Wall, merge: string): Promise<void> {
  if (succeeded(await wall.through(() => wall.board.commands.undoMerge(merge)))) announce(say("group-merge-undone"));
}

export function undoable(wall: Wall, text: string): void {
  toast(text, { label: say("group-undo"), run: () => void undo(wall) });
}

/** The rank in front of `before`, among all ideas of the box and not only those a filter shows. */
function rankBefore(wall: Wall, idea: string, box: string, before: string | null): string | null {
  const there = wall
    .box(box)
    .peek()
    .filter((one) => one !== idea);
  const at = before === null ? there.length : there.indexOf(before);
  const rankOf = (one: string | undefined) =>
    one === undefined ? null : (wall.sent.peek().get(one)?.rank ?? wall.board.state.idea(one).peek()?.rank ?? null);
  return at < 0 ? null : between(rankOf(there[at - 1]), rankOf(there[at]));
}
