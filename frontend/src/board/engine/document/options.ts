/** The ballot paper that would be opened now, by the rule of the server (twin of `board/voting/options.py`). */

import { trimmed } from "../../../kit/text/rules";
import type { BallotPaper, Meta, Option } from "../../../protocol.generated";
import { compare } from "./document";
import type { Cluster, Idea } from "./lists";

/** A quarter of the options, held to 3–10 and to half of the options, both rounded up. */
export function budget(options: number): number {
  return Math.min(Math.max(Math.ceil(options / 4), 3), 10, Math.ceil(options / 2));
}

/** The dots of a ballot: what the facilitator set, at most one per option, else the rule. A run-off takes the rule. */
export function dotsFor(options: number, set: number | null): number {
  return set === null ? budget(options) : Math.min(set, options);
}

/** The options without those that are set aside. */
export function coming(clusters: readonly Cluster[], loose: readonly Idea[], meta: Meta): BallotPaper {
  const away = new Set(meta.aside);
  const options = candidates(clusters, loose).filter(({ option }) => !away.has(option));
  return { round: meta.rounds.length + 1, dots: dotsFor(options.length, meta.dots), runoff: false, options };
}

/** Everything that can be an option: clusters by letter, then lone ideas by number. Hidden ideas are not options. */
export function candidates(clusters: readonly Cluster[], loose: readonly Idea[]): Option[] {
  return [...clusters.flatMap(ofCluster).sort(byLetter), ...loose.flatMap(ofIdea).sort(byNumber)];
}

function ofCluster({ id, name, letter, ideas }: Cluster): Option[] {
  const visible = ideas.filter((idea) => idea.text !== null);
  const first = visible[0]?.text;
  if (first === undefined || first === null) return [];
  const own = trimmed(name);
  const members = visible.map((idea) => idea.id);
  return [{ option: id, kind: "cluster", letter, number: null, name: own || first, named: own !== "", ideas: members }];
}

function ofIdea({ id, number, text }: Idea): Option[] {
  if (text === null) return [];
  return [{ option: id, kind: "idea", letter: null, number, name: text, named: true, ideas: [id] }];
}

/** A … Z, then AA: the shorter first. One without a letter stands last. */
function byLetter(a: Option, b: Option): number {
  if ((a.letter === null) !== (b.letter === null)) return a.letter === null ? 1 : -1;
  const [left, right] = [a.letter ?? "", b.letter ?? ""];
  return left.length - right.length || compare(left, right) || compare(a.option, b.option);
}

function byNumber(a: Option, b: Option): number {
  const apart = (a.number ?? Number.MAX_VALUE) - (b.number ?? Number.MAX_VALUE);
  return apart || compare(a.option, b.option);
}
