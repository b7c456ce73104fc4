/**
 * The way back from a board to the work session that this tab left for it. Only the tab knows it: nothing that the server
 * has leads from one to the other, and the request for the session does not say where it comes from.
 */

import { readStored, wayBackFrom, writeStored } from "../browser-storage";
import { say } from "../words/say";

const SESSION = /^\/worksessions\/[\w-]+(\?as=\w+)?$/;

/** The path of the session. The first board after it takes it as its own: another one has nothing to do with it. */
export function wayBack(board: string): string | null {
  const left = readStored(wayBackFrom(""));
  if (left !== null) {
    writeStored(wayBackFrom(""), null);
    writeStored(wayBackFrom(board), left);
  }
  const kept = readStored(wayBackFrom(board));
  return typeof kept === "string" && SESSION.test(kept) ? kept : null;
}

/** Puts the link above the board, on phones. */
export function showWayBack(board: string, page: Document): void {
  const path = wayBack(board);
  if (path === null) return;
  const nav = page.createElement("nav");
  nav.className = "way-back";
  nav.setAttribute("aria-label", say("board-to-session"));
  const link = page.createElement("a");
  link.href = path;
  link.rel = "noreferrer";
  link.textContent = say("board-to-session");
  nav.append(link);
  page.getElementById("board")?.before(nav);
}
