import type {
  Command,
  Decision,
  Meta,
  NextStep,
  Notice,
  Reason,
  RefusalCode,
  RefusalParams,
  Role,
  WriteDecision,
} from "../../protocol.generated";
import type { FileFormat } from "./file-format";

/** What pages call parts of the protocol, and what they alone know: their boot data, and commands on their way. */

export type Visibility = Meta["visibility"];
export type Grouping = Meta["grouping"];
export type Outcome = Decision["outcome"];
export type Level = Reason["level"];

export type Links = Partial<Record<Role, string>>;

/** What the page was served with, `<script type="application/json" id="boot">`. */
export interface Boot {
  readonly board: string;
  readonly protocol: number;
  readonly build: string;
  /** The role of this tab. */
  readonly role: Role;
  /** All roles of this person on this board. */
  readonly roles: readonly Role[];
  readonly links: Links;
  readonly qr: Links;
  /** False where the server cannot make PDF and pictures. */
  readonly typesets?: boolean;
  readonly formats: readonly FileFormat[];
  /** After how many days boards that nobody uses, and decisions, are deleted; null: not by themselves. */
  readonly keep?: { readonly boards: number | null; readonly decisions: number | null };
  readonly meta: Meta;
  readonly notice: Notice;
}

export type TimerChange = { readonly minutes: number } | { readonly extend: number } | { readonly paused: boolean };

/** What is written down as a decision; see `Decision` for what the server makes of it. */
export interface DecisionDraft extends Omit<WriteDecision, "do" | "after"> {
  readonly next_steps: readonly NextStep[];
  /** The number of the wording that was read before; 0 when there was none. */
  readonly after?: number;
}

/** A command as it travels. */
export type Request = Command & { id: string };

/**
 * What came of a command. `retry` is also what the page itself says when a command could not be sent or its answer
 * was lost with the connection; `why` is then a sentence to show.
 */
export interface Answer {
  readonly id: string;
  readonly answer: "ok" | "late" | "refused" | "retry";
  /** Why the server says so; what the page says itself has a sentence alone. */
  readonly code?: RefusalCode;
  readonly params?: RefusalParams[keyof RefusalParams];
  readonly why?: string;
  /** The sha256 of the decision, in the answer to `freeze`. */
  readonly decision?: string;
  /** The server's clock as it answered. */
  readonly now?: number;
}
