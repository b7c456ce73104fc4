/** Groups in words. */

import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { LOOSE, type Wall } from "../wall/wall";

/** A group in words; null is the loose tray. */
export function nameOf(wall: Wall, cluster: string | null): string {
  if (cluster === null || cluster === LOOSE) return say("group-quoted", { name: say("group-loose") });
  const found = wall.board.state.cluster(cluster).peek() ?? wall.entry(cluster).peek();
  if (!found) return say("group-gone");
  return named(found);
}

/** The name of a group inside a sentence, or its letter. */
export function named({ name, letter }: { readonly name: string; readonly letter: string }): string {
  return name ? say("group-quoted", { name: isolated(name) }) : say("group-lettered", { letter });
}
