import type { Say } from "./check-words";

/** The sentences of the boxes on a decision's page, loaded when one is used; null when they could not be loaded. */
export async function sentences(): Promise<Say | null> {
  try {
    // By the address in the page: for a path, the build would add what loads parts of a board, twice as large as this.
    const { href } = document.querySelector("link[data-sentences]") as HTMLLinkElement;
    return await ((await import(/* @vite-ignore */ href)) as typeof import("./check-words")).loadSay();
  } catch {
    return null;
  }
}
