/** What every part of the running session needs: the course of its items, its people, and commands with their answer. */

import { useState } from "preact/hooks";
import type { Command, Person } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { holdsBoard } from "./board/state";
import { members, type Somebody } from "./text/places";
import { type Course, courseOf } from "./time/course";

/** What runs now; draws again each second. */
export function useCourse(): Course | null {
  const { roots, meta, now } = useSession();
  return courseOf(roots.agenda.value, meta.value.clock, now.value);
}

/** Whether the item that runs holds an open board: then nothing here can be added or changed. */
export function useBoardOpen(): boolean {
  const { roots, meta } = useSession();
  const { clock, state } = meta.value;
  return state === "running" && clock !== null && holdsBoard(roots.agenda.value.get(clock.item));
}

/** Everybody of the session, without those who were sent out. */
export function usePeople(): Somebody[] {
  return members(useSession().roots.people.value);
}

/** Whether this person may move the clock. */
export function useClockRights(): boolean {
  const { meta, me, leads } = useSession();
  return leads.value || (me.value !== null && meta.value.clock_by === "everyone");
}

export interface Asking {
  /** Gives a command; true when it was carried out. */
  readonly run: (command: Command) => Promise<boolean>;
  readonly busy: boolean;
  /** Why the last one was not; "" when it was. */
  readonly why: string;
  /** How the server named that. */
  readonly code: string;
  /** Takes the refusal off the page. */
  readonly forget: () => void;
}

/** Commands of one place on the page, whose refusal is shown at that place. */
export function useAsk(): Asking {
  const { ask } = useSession();
  const [busy, setBusy] = useState(false);
  const [{ why, code }, setRefused] = useState({ why: "", code: "" });
  const run = async (command: Command): Promise<boolean> => {
    setBusy(true);
    const answer = await ask(command);
    const done = answer.answer === "ok" || answer.answer === "late";
    setBusy(false);
    setRefused(done ? { why: "", code: "" } : { why: answer.why ?? "", code: answer.code ?? "" });
    return done;
  };
  return { run, busy, why, code, forget: () => setRefused({ why: "", code: "" }) };
}

/** The name of somebody by id; words for those who are not there any more. */
export function nameOf(people: ReadonlyMap<string, Person>, id: string | null | undefined, gone: string): string {
  return (id ? people.get(id)?.name : undefined) ?? gone;
}
