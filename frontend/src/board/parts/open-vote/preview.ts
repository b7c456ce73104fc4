/** The ballot before it opens, in numbers and sentences. */

import type { Option } from "../../../protocol.generated";
import { say } from "../../../words/say";

/** How many options, and how many dots each person has. */
export function inOneLine(options: readonly Option[], dots: number): string {
  return options.length ? say("opening-summary", { options: options.length, dots }) : say("opening-none");
}

/** What else is worth knowing before it opens. */
export function notes(options: readonly Option[], away: number, many: boolean): string[] {
  const unnamed = options.filter((one) => one.kind === "cluster" && !one.named).length;
  return [
    ...(many ? [say("opening-many")] : []),
    ...(unnamed ? [say("opening-unnamed-groups", { count: unnamed })] : []),
    ...(away ? [say("opening-away", { count: away })] : []),
  ];
}
