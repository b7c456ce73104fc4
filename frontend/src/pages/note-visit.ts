/** Writes the list of boards that the start page shows (`visits.ts`), from the page of a board or of a session. */

import { MOST_VISITS, NO_VISITS, readStored, VISITS, writeStored } from "../browser-storage";
import { SESSION, type Visit, type VisitedRecap } from "./visits";

const STRONGEST = ["facilitate", "participate", "watch"];
const LINKS = ["lead", "join", "read"];

interface Signal<T> {
  subscribe(heard: (value: T) => void): () => void;
}

/** As much of a board's page as the list is about. */
export interface Page {
  readonly boot: { readonly board: string; readonly roles: readonly string[] };
  readonly state: { readonly meta: Signal<{ readonly question: string; readonly phase: string }> };
  readonly status: Signal<string>;
}

/** Notes that this browser is on a board, and again whenever its question or phase changes. A deleted one is forgotten. */
export function follow({ boot, state, status }: Page): () => void {
  const id = boot.board;
  const role = STRONGEST.find((one) => boot.roles.includes(one)) ?? "participate";
  let told = "";
  const stops = [
    state.meta.subscribe(({ question, phase }) => {
      if (told === phase + question) return;
      told = phase + question;
      replace(id, { id, title: question, role, phase, at: Date.now() });
    }),
    status.subscribe((now) => {
      if (now === "deleted" || now === "decision-kept") replace(id, null);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** As much of a session's page as the list is about. */
export interface SessionPage {
  readonly boot: { readonly session: string; readonly roles: readonly string[] };
  readonly meta: Signal<SessionMeta>;
  readonly status: Signal<string>;
}

interface SessionMeta {
  readonly contract: { readonly artifact: string };
  readonly ending?: {
    readonly verdict: VisitedRecap["verdict"];
    readonly at: number;
    readonly finished_at: number | null;
  } | null;
  readonly recap?: { readonly sha256: string } | null;
}

/**
 * The same for a work session, with its recap once that is shared. One that nobody has named yet is not listed, nor is
 * one that is deleted.
 */
export function followSession({ boot, meta, status }: SessionPage): () => void {
  const id = boot.session;
  const role = LINKS.find((one) => boot.roles.includes(one)) ?? "join";
  let told = "";
  const stops = [
    meta.subscribe((now) => {
      const { artifact } = now.contract;
      const recap = sharedRecap(now);
      if (told === artifact + recap?.sha256) return;
      told = artifact + recap?.sha256;
      const visit = { id, title: artifact, role, phase: SESSION, at: Date.now(), ...(recap && { recap }) };
      replace(id, artifact === "" ? null : visit);
    }),
    status.subscribe((now) => {
      if (now === "deleted" || now === "gone") replace(id, null);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function sharedRecap({ ending, recap }: SessionMeta): VisitedRecap | null {
  if (!ending || !recap) return null;
  const finished = ending.finished_at ?? null;
  return {
    sha256: recap.sha256,
    verdict: finished === null ? ending.verdict : "done",
    at: (finished ?? ending.at) * 1000,
  };
}

/** Puts a visit in front, in place of an earlier one of the same page; null only takes that away. */
function replace(page: string, visit: Visit | null): void {
  const kept = readStored(VISITS);
  if (kept === NO_VISITS) return;
  const others = (Array.isArray(kept) ? kept : []).filter((one) => one?.id !== page);
  writeStored(VISITS, [...(visit ? [visit] : []), ...others].slice(0, MOST_VISITS));
}
