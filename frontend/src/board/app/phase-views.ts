/**
 * The views of the phases, each loaded when it is first needed.
 *
 * An idle page loads the others ahead, so that a change of phase neither waits nor flashes.
 */

import { type Signal, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { loadWithRetry } from "../../kit/load";
import { whenIdle } from "../../kit/page/slices";
import type { Phase, Role } from "../../protocol.generated";
import { loadWords } from "../../words/say";
import { VIEW_WORDS } from "../../words.generated";

export interface Views {
  readonly View: ComponentType;
  /** The footer bar. */
  readonly Bar: ComponentType;
}

/** The server preloads the chunk of this name. */
const CHUNKS: Readonly<Record<Phase, () => Promise<Views>>> = {
  lobby: () => import("./each/lobby"),
  diverge: () => import("./each/diverge"),
  reveal: () => import("./each/reveal"),
  cluster: () => import("./each/cluster"),
  vote: () => import("./each/vote"),
  decide: () => import("./each/decide"),
  frozen: () => import("./each/frozen"),
};
const PHASES = Object.keys(CHUNKS) as Phase[];

const loaded: Signal<ReadonlyMap<Phase, Views>> = signal(new Map());

/** The views of a phase; undefined until they are loaded. */
export function viewsOf(phase: Phase): Views | undefined {
  return loaded.value.get(phase);
}

/** Loads the views of a phase, and retries as long as they are wanted. */
export async function load(phase: Phase, role: Role, wanted: () => boolean = () => true): Promise<void> {
  await loadWithRetry(() => fetched(phase, role), wanted);
}

/** Loads the views of the other phases while the page is idle, those of the next phases first. */
export async function loadAhead(from: Phase, role: Role): Promise<void> {
  const at = PHASES.indexOf(from);
  for (const phase of [...PHASES.slice(at + 1), ...PHASES.slice(0, at)]) {
    await whenIdle();
    try {
      await fetched(phase, role);
    } catch {
      // Nobody needs it yet, so the page does not report it; a change of phase tries again.
      return;
    }
  }
}

async function fetched(phase: Phase, role: Role): Promise<void> {
  if (loaded.peek().has(phase)) return;
  const wall = role === "watch";
  const chunks = wall ? (await import("./watch-views")).WATCH : CHUNKS;
  const words = [...VIEW_WORDS[phase], ...(wall ? VIEW_WORDS.watch : [])];
  const [views] = await Promise.all([chunks[phase](), loadWords(...words)]);
  loaded.value = new Map(loaded.peek()).set(phase, views);
}
