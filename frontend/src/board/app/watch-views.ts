/** The views of the big screen, which other pages do not load. */

import type { Phase } from "../../protocol.generated";

/** The server preloads the chunk of this name on the big screen. */
export const WATCH = {
  lobby: () => import("./each/lobby-watch"),
  diverge: () => import("./each/diverge-watch"),
  reveal: () => import("./each/reveal-watch"),
  cluster: () => import("./each/cluster-watch"),
  vote: () => import("./each/vote-watch"),
  decide: () => import("./each/decide-watch"),
  frozen: () => import("./each/frozen-watch"),
} satisfies Record<Phase, () => Promise<unknown>>;
