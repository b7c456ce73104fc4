/** How the recap of a session stands: readers have none yet, or one, or one that is being corrected. */

import type { RecapLines, SessionMeta, SharedRecap } from "../../../../worksession.generated";

const NONE: RecapLines = { summary: null, next: null, was: null, became: null, before: false, making: false };

/** The recap that readers have. Documents of sessions that ended earlier have no such field. */
export const recapOf = ({ recap }: SessionMeta): SharedRecap | null => recap ?? null;

/** What the lead adds to it. */
export const linesOf = ({ recap_lines }: SessionMeta): RecapLines => recap_lines ?? NONE;

export const isShared = (meta: SessionMeta): boolean => meta.state === "shared" && recapOf(meta) !== null;

/** Readers have a recap, and the lead has opened it again. */
export const isCorrected = (meta: SessionMeta): boolean => meta.state === "ended" && recapOf(meta) !== null;

/** The page of readers. */
export const recapAddress = ({ sha256 }: SharedRecap): string => `${location.origin}/recaps/${sha256}`;

/** The same page before it is shared, for everybody of the session. */
export const previewAddress = (session: string): string => `/worksessions/${session}/recap`;

/** The picture of the address, which is another one after a correction. */
export const recapPicture = (session: string, { sha256 }: SharedRecap): string =>
  `/worksessions/${session}/qr/recap.svg?${sha256.slice(0, 12)}`;
