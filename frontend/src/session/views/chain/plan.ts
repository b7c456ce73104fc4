/** When the next session is to begin, as it is chosen before it is opened. */

import type { Contract, End, OpenNext, SessionMeta } from "../../../worksession.generated";
import { isAlone } from "../../verdicts";
import { nextStart } from "../../weekly";
import { ownZone } from "../../when";

export interface Plan {
  /** At a set time, when everybody is there, or not at all. */
  readonly way: "time" | "here" | "none";
  /** The time that is set, or would be. */
  readonly starts: number;
  readonly zone: string;
  readonly weekly: boolean;
}

const QUARTER = 900;

/** The same weekday and time next week where this session had a time; else when everybody is there. */
export function proposed({ contract, clock }: Pick<SessionMeta, "contract" | "clock">, now: number): Plan {
  const { starts, repeats } = contract;
  const zone = zoneOf(contract);
  const before = starts ?? Math.round((clock?.began ?? now) / QUARTER) * QUARTER;
  return {
    way: starts === null ? "here" : "time",
    starts: nextStart(before, zone, now),
    zone,
    weekly: repeats === "weekly",
  };
}

/** A time that was set before anybody named a zone is counted as the server counts it. */
const zoneOf = ({ starts, zone }: Contract): string => zone ?? (starts === null ? ownZone() : "UTC");

/** Whether the end of this session opens the next one, for somebody who may. */
export const goesOn = (
  { contract, kind }: Pick<SessionMeta, "contract" | "kind">,
  verdict: End["verdict"] | null,
): boolean =>
  verdict === "another" ||
  (verdict !== null && !isAlone(kind) && contract.repeats !== null && contract.starts !== null);

/** The command that opens it; null where none is wanted. */
export function openingOf({ way, starts, zone, weekly }: Plan): OpenNext | null {
  if (way === "none") return null;
  if (way === "here") return { do: "open_next", starts: null };
  return { do: "open_next", starts, zone, repeats: weekly ? "weekly" : null };
}
