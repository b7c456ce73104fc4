import { localArea, OWN_WORDS, prefixOf, UNCOMMITTED } from "../../browser-storage";

/** Whether this browser keeps words of a person that the text of a session does not have. */
export function keepsWords(session: string, person: string): boolean {
  const area = localArea();
  const starts = [UNCOMMITTED, OWN_WORDS].map((kind) => `${prefixOf(session, "text")}${kind}${person}/`);
  return area !== null && Object.keys(area).some((key) => starts.some((start) => key.startsWith(start)));
}
