/** Which of the options a ballot is about, as pure steps. */

import type { Option } from "../../../protocol.generated";

export type Scope = "groups" | "everything";

/** What a step changes: options to set aside, and others to take back onto the ballot. */
export interface Change {
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** Ids in one command; a frame holds about 800. */
export const AT_ONCE = 500;

/** What has to change until exactly the options of a scope are on the ballot. */
export function changeTo(scope: Scope, all: readonly Option[], away: ReadonlySet<string>): Change {
  const wanted = (one: Option) => scope === "everything" || one.kind === "cluster";
  const ids = (of: readonly Option[]) => of.map(({ option }) => option);
  return {
    off: ids(all.filter((one) => !wanted(one) && !away.has(one.option))),
    on: ids(all.filter((one) => wanted(one) && away.has(one.option))),
  };
}

/** The ballot holds exactly this. */
export function isAt(scope: Scope, all: readonly Option[], away: ReadonlySet<string>): boolean {
  const { off, on } = changeTo(scope, all, away);
  return off.length === 0 && on.length === 0;
}

/** Whether all of a part is on the ballot, none of it or some; a press on its head takes all of it in, or nothing. */
export function share(part: readonly Option[], away: ReadonlySet<string>): "all" | "some" | "none" {
  const on = part.filter(({ option }) => !away.has(option)).length;
  if (on === 0) return "none";
  return on === part.length ? "all" : "some";
}

/** In commands that fit into a frame. */
export function inCommands(ids: readonly string[]): { option: string; more: readonly string[] }[] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => {
    const [option = "", ...more] = ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE);
    return { option, more };
  });
}
