/** An entry of its own, loaded when somebody uses a box on a decision's page, which is read without it. */

import { loadWords, say } from "../words/say";

export type Say = typeof say;

/** Rejects when the sentences cannot be loaded, and then tries again the next time. */
export async function loadSay(): Promise<Say> {
  await loadWords("check");
  return say;
}
