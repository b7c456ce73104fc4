/** The ballot before it opens, in numbers, and what was set aside from it. The options themselves come from `state.paper`. */

import { trimmed } from "../../../kit/text/rules";
import type { Cluster, Idea } from "../../state";
import type { Option } from "../../types";

export interface Summary {
  readonly options: number;
  readonly groups: number;
  readonly unnamed: number;
  readonly lone: number;
}

export function summary(options: readonly Option[]): Summary {
  const groups = options.filter((one) => one.kind === "cluster");
  return {
    options: options.length,
    groups: groups.length,
    unnamed: groups.filter((one) => !one.named).length,
    lone: options.length - groups.length,
  };
}

/** What was set aside, drawn as the options it would be. Ids that are no option any more are left out. */
export function setAside(aside: readonly string[], clusters: readonly Cluster[], loose: readonly Idea[]): Option[] {
  const away = new Set(aside);
  const groups = clusters.filter((one) => away.has(one.id)).flatMap(asOption);
  const ideas = loose.filter((one) => away.has(one.id) && one.text !== null);
  return [
    ...groups.sort((a, b) => byLetter(a.letter ?? "", b.letter ?? "")),
    ...ideas
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
      .map(
        (idea): Option => ({
          option: idea.id,
          kind: "idea",
          letter: null,
          number: idea.number,
          name: idea.text ?? "",
          named: true,
          ideas: [idea.id],
        }),
      ),
  ];
}

function asOption(cluster: Cluster): Option[] {
  const seen = cluster.ideas.filter((idea) => idea.text !== null);
  const first = seen[0];
  if (!first) return [];
  const name = trimmed(cluster.name);
  return [
    {
      option: cluster.id,
      kind: "cluster",
      letter: cluster.letter,
      number: null,
      name: name || (first.text ?? ""),
      named: name !== "",
      ideas: seen.map((idea) => idea.id),
    },
  ];
}

/** A … Z, then AA: the shorter first. */
function byLetter(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
