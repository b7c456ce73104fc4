/** The pages of the wall's menu: where an idea goes, what it is joined with, what can be done with a group. */

import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { hide, show } from "../../../actions/hide";
import { spoken } from "../../../actions/spoken";
import type { Cluster } from "../../../engine/state";
import { groupTogether, moveTo, nudge } from "../acts";
import type { By } from "../by";
import { nameOf } from "../names/names";
import { toggled } from "../selection";
import { LOOSE, type Wall } from "../wall/wall";
import { askWhere } from "./ask";
import type { Choice, Menu, Page, Subject } from "./menu";
import { dissolve, join } from "./overlay-acts";

export function pageOf(wall: Wall, menu: Menu): Page {
  const { subject } = menu;
  const turnTo = (next: Subject): void => {
    wall.menu.value = { ...menu, subject: next };
  };
  switch (subject.kind) {
    case "move":
      return movePage(wall, subject.ideas, turnTo);
    case "with":
      return withPage(wall, subject.idea, menu.anchor);
    case "group":
      return groupPage(wall, subject.cluster, turnTo);
    case "join":
      return joinPage(wall, subject.cluster);
  }
}

type TurnTo = (subject: Subject) => void;

function movePage(wall: Wall, ideas: readonly string[], turnTo: TurnTo): Page {
  const { state } = wall.board;
  const [first = ""] = ideas;
  const single = ideas.length === 1;
  const whereabouts = () => ideas.map((idea) => state.idea(idea).value?.cluster ?? null);
  return {
    title: single
      ? say("group-move-title", { number: spoken(state.idea(first).peek()?.number ?? null) })
      : say("group-move-several-title", { count: ideas.length }),
    seek: say("group-find-or-name"),
    nothing: say("group-none"),
    list: () =>
      groups(
        wall,
        (cluster, by) => void moveTo(wall, ideas, cluster.id, by),
        (cluster) => whereabouts().every((box) => box === cluster.id),
      ),
    create: (name) => newNamed(wall, ideas, name),
    foot: () => [
      single
        ? {
            key: "with",
            label: say("group-new-with"),
            icon: "plus",
            stay: true,
            run: () => turnTo({ kind: "with", idea: first }),
          }
        : { key: "new", label: say("group-new"), icon: "plus", run: (by) => void groupTogether(wall, ideas, by) },
      ...(whereabouts().some((box) => box !== null)
        ? [
            {
              key: "loose",
              label: say("group-loose"),
              icon: "back" as const,
              run: (by: By) => void moveTo(wall, ideas, null, by),
            },
          ]
        : []),
      ...(single ? onOne(wall, first) : []),
    ],
  };
}

function groups(wall: Wall, run: (cluster: Cluster, by: By) => void, here: (cluster: Cluster) => boolean): Choice[] {
  return wall.board.state.clusters.value.map((cluster) => ({
    key: cluster.id,
    label: cluster.name || say("group-lettered", { letter: cluster.letter }),
    letter: cluster.letter,
    hint: here(cluster) ? say("group-here") : say("board-counted", { ...wall.count(cluster.id).value }),
    off: here(cluster),
    run: (by) => run(cluster, by),
  }));
}

function newNamed(wall: Wall, ideas: readonly string[], name: string): Choice {
  return {
    key: "create",
    label: say("group-new-named", { name: isolated(name) }),
    icon: "plus",
    run: (by) => void groupTogether(wall, ideas, by, name),
  };
}

function onOne(wall: Wall, idea: string): Choice[] {
  const found = wall.board.state.idea(idea).value;
  const box = wall.box(wall.boxOf(idea) ?? LOOSE).value;
  const at = box.indexOf(idea);
  const chosen = wall.selection.value.chosen.has(idea);
  const select: Choice = {
    key: "select",
    label: chosen ? say("group-unselect") : say("group-select"),
    icon: "check",
    run: () => {
      wall.selection.value = toggled(wall.selection.peek(), idea);
    },
  };
  // The loose ideas have no order worth keeping.
  const places: Choice[] = [
    {
      key: "up",
      label: say("group-up"),
      icon: "down",
      off: at <= 0,
      stay: true,
      run: () => void nudge(wall, idea, -1),
    },
    {
      key: "down",
      label: say("group-down"),
      icon: "down",
      off: at >= box.length - 1,
      stay: true,
      run: () => void nudge(wall, idea, 1),
    },
  ];
  return [
    ...(found?.cluster ? places : []),
    select,
    ...(wall.facilitates && found
      ? [
          found.text === null
            ? {
                key: "unhide",
                label: say("group-unhide"),
                icon: "hide" as const,
                run: () => void show(wall.board, idea),
              }
            : { key: "hide", label: say("group-hide"), icon: "hide" as const, run: () => void hide(wall.board, idea) },
        ]
      : []),
  ];
}

/** The second page of "Move to…": with which other idea. */
function withPage(wall: Wall, idea: string, anchor: HTMLElement): Page {
  const { state } = wall.board;
  return {
    title: say("group-new-with-title"),
    seek: say("group-find-idea"),
    nothing: say("group-nothing-found"),
    list: () =>
      [...state.loose.value, ...state.clusters.value.flatMap((cluster) => cluster.ideas)]
        .filter((other) => other.id !== idea && other.text !== null)
        .map((other) => ({
          key: other.id,
          label: `${other.number === null ? "" : `${other.number}  `}${other.text}`,
          ...(other.cluster === null ? {} : { hint: nameOf(wall, other.cluster) }),
          run: (by) => void groupTogether(wall, [other.id, idea], by),
        })),
    create: (name) => newNamed(wall, [idea], name),
    foot: () => [
      { key: "alone", label: say("group-new"), icon: "plus", run: (by) => void groupTogether(wall, [idea], by) },
      { key: "back", label: say("group-back"), icon: "back", stay: true, run: () => askWhere(wall, [idea], anchor) },
    ],
  };
}

function groupPage(wall: Wall, cluster: string, turnTo: TurnTo): Page {
  return {
    title: nameOf(wall, cluster),
    list: () => [],
    foot: () => [
      {
        key: "rename",
        label: say("group-rename"),
        icon: "edit",
        run: () => {
          wall.renaming.value = cluster;
        },
      },
      {
        key: "join",
        label: say("group-join"),
        icon: "next",
        stay: true,
        run: () => turnTo({ kind: "join", cluster }),
      },
      {
        key: "fold",
        label: wall.closed(cluster) ? say("group-show-ideas") : say("group-show-name"),
        icon: "down",
        run: () => wall.turn(cluster),
      },
      {
        key: "apart",
        label: say("group-dissolve"),
        hint: say("group-dissolve-hint"),
        icon: "close",
        run: () => void dissolve(wall, cluster),
      },
    ],
  };
}

function joinPage(wall: Wall, cluster: string): Page {
  return {
    title: say("group-join-title", { group: nameOf(wall, cluster) }),
    seek: say("group-find"),
    nothing: say("group-nothing-found"),
    list: () =>
      groups(
        wall,
        (into) => void join(wall, cluster, into.id),
        (other) => other.id === cluster,
      ),
    foot: () => [],
  };
}
