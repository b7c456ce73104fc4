/** Replaces `lib0/environment` as far as Yjs uses it: nothing is configured by variables, and pages run in browsers. */

export const isBrowser = true;

export function getVariable(_name: string): null {
  return null;
}
