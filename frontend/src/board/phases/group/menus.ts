/** The menus of the wall: where an idea goes, what it is joined with, what can be done with a group. */

import { group as words } from "../../../words/group";
import type { Cluster } from "../../state";
import { dissolve, fold, groupTogether, hide, join, moveTo, nameOf, nudge, unhide } from "./acts";
import type { By } from "./by";
import type { Choice, Menu } from "./menu";
import { toggled } from "./selection";
import { LOOSE, type Wall } from "./wall";

function groups(wall: Wall, run: (cluster: Cluster, by: By) => void, here: (cluster: Cluster) => boolean): Choice[] {
  return wall.board.state.clusters.value.map((cluster) => ({
    key: cluster.id,
    label: cluster.name || words.unnamedIn(cluster.letter),
    letter: cluster.letter,
    hint: here(cluster) ? words.here : words.counted(wall.count(cluster.id).value),
    off: here(cluster),
    run: (by) => run(cluster, by),
  }));
}

function boxesOf(wall: Wall, ideas: readonly string[]): string[] {
  return [...new Set(ideas.map((idea) => wall.boxOf(idea)).filter((box) => box !== undefined))];
}

/** "Move to…", for one idea or several. */
export function askWhere(wall: Wall, ideas: readonly string[], anchor: HTMLElement, keys: boolean): void {
  const { state } = wall.board;
  const [first] = ideas;
  if (first === undefined) return;
  const single = ideas.length === 1;
  const whereabouts = () => ideas.map((idea) => state.idea(idea).value?.cluster ?? null);
  const menu: Menu = {
    title: words.moveTitle(ideas.length, state.idea(first).peek()?.number ?? null),
    seek: words.findGroup,
    anchor,
    keys,
    boxes: boxesOf(wall, ideas),
    nothing: words.noGroups,
    list: () =>
      groups(
        wall,
        (cluster, by) => void moveTo(wall, ideas, cluster.id, by),
        (cluster) => whereabouts().every((box) => box === cluster.id),
      ),
    create: (name) => ({
      key: "create",
      label: words.newNamed(name),
      icon: "plus",
      run: (by) => void groupTogether(wall, ideas, by, name),
    }),
    foot: () => [
      ...(single
        ? [
            {
              key: "with",
              label: words.newWith,
              icon: "plus" as const,
              stay: true,
              run: () => askWith(wall, menu, first),
            },
          ]
        : [
            {
              key: "new",
              label: words.newAlone,
              icon: "plus" as const,
              run: (by: By) => void groupTogether(wall, ideas, by),
            },
          ]),
      ...(whereabouts().some((box) => box !== null)
        ? [
            {
              key: "loose",
              label: words.loose,
              icon: "back" as const,
              run: (by: By) => void moveTo(wall, ideas, null, by),
            },
          ]
        : []),
      ...(single ? onOne(wall, first) : []),
    ],
  };
  wall.menu.value = menu;
}

function onOne(wall: Wall, idea: string): Choice[] {
  const found = wall.board.state.idea(idea).value;
  const box = wall.box(wall.boxOf(idea) ?? LOOSE).value;
  const at = box.indexOf(idea);
  const chosen = wall.selection.value.chosen.has(idea);
  const select: Choice = {
    key: "select",
    label: chosen ? words.unselect : words.select,
    icon: "check",
    run: () => {
      wall.selection.value = toggled(wall.selection.peek(), idea);
    },
  };
  return [
    { key: "up", label: words.up, icon: "down", off: at <= 0, stay: true, run: () => void nudge(wall, idea, -1) },
    {
      key: "down",
      label: words.down,
      icon: "down",
      off: at >= box.length - 1,
      stay: true,
      run: () => void nudge(wall, idea, 1),
    },
    select,
    ...(wall.facilitates && found
      ? [
          found.text === null
            ? { key: "unhide", label: words.unhide, icon: "hide" as const, run: () => void unhide(wall, idea) }
            : { key: "hide", label: words.hide, icon: "hide" as const, run: () => void hide(wall, idea) },
        ]
      : []),
  ];
}

/** The second page of "Move to…": with which other idea. */
function askWith(wall: Wall, from: Menu, idea: string): void {
  const { state } = wall.board;
  wall.menu.value = {
    ...from,
    title: words.newWithTitle,
    seek: words.findIdea,
    nothing: words.nothingFound,
    list: () =>
      [...state.loose.value, ...state.clusters.value.flatMap((cluster) => cluster.ideas)]
        .filter((other) => other.id !== idea && other.text !== null)
        .map((other) => ({
          key: other.id,
          label: `${other.number === null ? "" : `${other.number}  `}${other.text}`,
          ...(other.cluster === null ? {} : { hint: nameOf(wall, other.cluster) }),
          run: (by) => void groupTogether(wall, [other.id, idea], by),
        })),
    create: from.create as (text: string) => Choice,
    foot: () => [
      { key: "alone", label: words.newAlone, icon: "plus", run: (by) => void groupTogether(wall, [idea], by) },
      {
        key: "back",
        label: words.back,
        icon: "back",
        stay: true,
        run: () => askWhere(wall, [idea], from.anchor, from.keys),
      },
    ],
  };
}

/** The menu on the head of a group. */
export function askGroup(wall: Wall, cluster: string, anchor: HTMLElement, keys = true): void {
  const base = { anchor, keys, boxes: [cluster], list: () => [] };
  wall.menu.value = {
    ...base,
    title: nameOf(wall, cluster),
    foot: () => [
      {
        key: "rename",
        label: words.rename,
        icon: "edit",
        run: () => {
          wall.renaming.value = cluster;
        },
      },
      {
        key: "join",
        label: words.join,
        icon: "next",
        stay: true,
        run: () => {
          wall.menu.value = {
            ...base,
            title: words.joinTitle(nameOf(wall, cluster)),
            seek: words.findGroupOnly,
            nothing: words.nothingFound,
            list: () =>
              groups(
                wall,
                (into) => void join(wall, cluster, into.id),
                (other) => other.id === cluster,
              ),
            foot: () => [],
          };
        },
      },
      {
        key: "fold",
        label: wall.folded.value.has(cluster) ? words.showIdeas : words.showName,
        icon: "down",
        run: () => fold(wall, cluster),
      },
      {
        key: "apart",
        label: words.dissolve,
        hint: words.dissolveHint,
        icon: "close",
        run: () => void dissolve(wall, cluster),
      },
    ],
  };
}
