/** What the pages of a work session know beside the protocol: their boot data, and commands on their way. */

import type { RootsOf } from "../live/roots";
import type { RefusalCode, RefusalParams } from "../protocol.generated";
import type { Command, Link, SessionDocument, SessionNotice } from "../worksession.generated";

export type Roots = RootsOf<SessionDocument>;

/** What the page was served with, `<script type="application/json" id="boot">`. */
export interface Boot {
  /** The id of the session. */
  readonly session: string;
  /** The link by which this tab is here. */
  readonly role: Link;
  /** All links that this browser holds. */
  readonly roles: readonly Link[];
  /** The addresses of the links that this tab may show. */
  readonly links: Partial<Record<Link, string>>;
  /** Their pictures. */
  readonly qr: Partial<Record<Link, string>>;
  /** To whoever leads: replies of readers that nobody has let in or answered. */
  readonly waiting: number;
  readonly protocol: number;
  readonly build: string;
  /** After how many days sessions that nobody uses are deleted; null: not by themselves. */
  readonly keep: number | null;
  readonly document: SessionDocument;
  /** The text of the document or a later one as safe HTML, when the view shows it and it was there in time. */
  readonly html: string | null;
  readonly notice: SessionNotice;
}

export type Request = Command & { readonly id: string };

/**
 * What came of a command. `retry` is also what the page itself says when a command could not be sent or its answer was
 * lost with the connection; `why` is then a sentence to show.
 */
export interface Answer {
  readonly id: string;
  readonly answer: "ok" | "late" | "refused" | "retry";
  readonly code?: RefusalCode;
  readonly params?: RefusalParams[keyof RefusalParams];
  readonly why?: string;
  /** Who this person is in the document, in the answer to `join`. */
  readonly person?: string;
  /** The next session, in the answer to `open_next`. */
  readonly worksession?: string;
  /** Tokens of the new links, in the answer to `renew_links`. */
  readonly links?: Partial<Record<Link, string>>;
}
