/** The views of a session, each loaded with its messages when it is first needed. */

import { type Signal, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { loadWithRetry } from "../../kit/load";
import { whenIdle } from "../../kit/page/slices";
import { loadWords } from "../../words/say";
import type { Session } from "../engine";
import { SESSION_WORDS } from "../words.generated";
import { provided, running, type ViewName } from "./provided";

/** Each file provides its view; the page has the first one as a script of its own. */
const FILES: Readonly<Record<ViewName, () => Promise<unknown>>> = {
  "session-door": () => import("./each/session-door"),
  "session-prepare": () => import("./each/session-prepare"),
  "session-work": () => import("./each/session-work"),
  "session-ended": () => import("./each/session-ended"),
  "session-wall": () => import("./each/session-wall"),
};

const loaded: Signal<ReadonlyMap<ViewName, ComponentType>> = signal(new Map());

/** The view that this page shows now. `board/web/worksessions/pages.py` chooses the same for its first paint. */
export function viewNow({ boot, meta, me }: Session): ViewName {
  if (boot.role === "read") return "session-wall";
  const { state } = meta.value;
  if (state === "ended" || state === "shared") return "session-ended";
  // The lead prepares before anybody has a name; everybody else comes in by the door.
  if (me.value === null && !(boot.role === "lead" && state === "plan")) return "session-door";
  return state === "plan" ? "session-prepare" : "session-work";
}

/** A view; undefined until it is loaded. */
export function viewOf(name: ViewName): ComponentType | undefined {
  return loaded.value.get(name);
}

/** Loads a view, and retries as long as it is wanted. */
export async function load(name: ViewName, wanted: () => boolean = () => true): Promise<void> {
  await loadWithRetry(() => fetched(name), wanted);
}

/** Loads what comes next while the page is idle. */
export async function loadAhead(names: readonly ViewName[]): Promise<void> {
  for (const name of names) {
    await whenIdle();
    try {
      await fetched(name);
    } catch {
      // Nobody needs it yet; the change of view tries again.
      return;
    }
  }
}

async function fetched(name: ViewName): Promise<void> {
  if (loaded.peek().has(name)) return;
  await Promise.all([Promise.race([running(name), FILES[name]()]), loadWords(...SESSION_WORDS[name])]);
  const View = provided(name);
  if (View) loaded.value = new Map(loaded.peek()).set(name, View);
}
