/**
 * The views of the phases, each loaded when it is first needed.
 *
 * What is loaded already is there at once, so a change of phase neither waits nor flashes once the page has been idle.
 */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { calm } from "../../kit/page/slices";
import { PART_MISSING } from "../../live/version";
import type { Phase, Role } from "../types";

export interface Views {
  readonly View: ComponentType;
  /** The footer bar. */
  readonly Bar: ComponentType;
}

/** The server preloads the chunk of this name: by phase and role, else by phase. */
const CHUNKS: Readonly<Record<Phase, (role: Role) => Promise<Views>>> = {
  lobby: () => import("../phases/each/lobby"),
  diverge: () => import("../phases/each/diverge"),
  reveal: () => import("../phases/each/reveal"),
  cluster: (role) => (role === "watch" ? import("../phases/each/cluster-watch") : import("../phases/each/cluster")),
  vote: () => import("../phases/each/vote"),
  decide: () => import("../phases/each/decide"),
  frozen: () => import("../phases/each/frozen"),
};
const PHASES = Object.keys(CHUNKS) as Phase[];

/** Pauses (ms) before the second, third and each later attempt. */
const PAUSES = [300, 1500, 5000];
/** Attempts after which somebody is told. */
const QUIET = 2;

const here: Signal<ReadonlyMap<Phase, Views>> = signal(new Map());
const missing = signal(0);

/** A part of the page could not be loaded: the server was built anew, or is not reached. A reload mends it. */
export const chunkMissing: ReadonlySignal<boolean> = computed(() => missing.value > 0);

/** Tells the notices that a part of the page is missing; the returned function, that it came after all. */
export function chunkFailed(): () => void {
  missing.value += 1;
  return () => {
    missing.value -= 1;
  };
}

/** Loads a part, and tries until it is there or nobody wants it any more; undefined then. */
export async function obtain<T>(get: () => Promise<T>, wanted: () => boolean): Promise<T | undefined> {
  let mended: (() => void) | null = null;
  try {
    for (let attempt = 0; wanted(); attempt += 1) {
      try {
        return await get();
      } catch {
        window.dispatchEvent(new Event(PART_MISSING));
        if (attempt + 1 >= QUIET) mended ??= chunkFailed();
        await new Promise((again) => setTimeout(again, PAUSES[Math.min(attempt, PAUSES.length - 1)]));
      }
    }
    return undefined;
  } finally {
    mended?.();
  }
}

/** What shows a phase; undefined until it is loaded. */
export function viewsOf(phase: Phase): Views | undefined {
  return here.value.get(phase);
}

/** Loads what shows a phase, as long as it is wanted. */
export async function load(phase: Phase, role: Role, wanted: () => boolean = () => true): Promise<void> {
  await obtain(() => fetched(phase, role), wanted);
}

/** Loads the other phases while the page has nothing to do, those that come next first. */
export async function loadAhead(from: Phase, role: Role): Promise<void> {
  const at = PHASES.indexOf(from);
  for (const phase of [...PHASES.slice(at + 1), ...PHASES.slice(0, at)]) {
    await calm();
    try {
      await fetched(phase, role);
    } catch {
      // What nobody needs yet is not missing: it is asked for again when it is, and then somebody is told.
      return;
    }
  }
}

async function fetched(phase: Phase, role: Role): Promise<void> {
  if (here.peek().has(phase)) return;
  const views = await CHUNKS[phase](role);
  here.value = new Map(here.peek()).set(phase, views);
}
