/** The ballot before it opens, in numbers. The options themselves come from `state.paper`. */

import type { Option } from "../../../protocol.generated";

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
