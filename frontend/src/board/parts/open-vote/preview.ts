/** The ballot before it opens, in numbers. The options themselves come from `state.paper`. */

import type { Option } from "../../../protocol.generated";
import { say } from "../../../words/say";

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

export function inOneLine({ options, groups, unnamed, lone: ideas }: Summary): string {
  const grouped = { options, groups, unnamed, named: groups - unnamed };
  if (groups === 0) return say("opening-summary-ideas", { options, ideas });
  return ideas === 0 ? say("opening-summary-groups", grouped) : say("opening-summary-both", { ...grouped, ideas });
}
