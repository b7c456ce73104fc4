/** Changes to the wall that only its overlays offer. */

import { succeeded } from "../../../../kit/feedback";
import { say } from "../../../../words/say";
import { keepAsMine } from "../../../actions/my-merges";
import { undoable } from "../acts";
import { nameOf } from "../names/names";
import { drawn } from "../wall/land";
import type { Wall } from "../wall/wall";

export async function join(wall: Wall, from: string, into: string): Promise<void> {
  const answer = await wall.through(() => wall.board.commands.merge([from], into));
  if (!succeeded(answer)) return;
  keepAsMine(wall.board.boot.board, from);
  undoable(wall, say("group-joined", { group: nameOf(wall, into) }));
  await drawn();
  keepFocus(document.querySelector<HTMLElement>(`[data-cluster="${CSS.escape(into)}"] [data-name]`));
}

export async function dissolve(wall: Wall, cluster: string): Promise<void> {
  const name = nameOf(wall, cluster);
  const answer = await wall.through(() => wall.board.commands.dissolveCluster(cluster));
  if (!succeeded(answer)) return;
  undoable(wall, say("group-dissolved", { group: name }));
  await drawn();
  keepFocus(document.querySelector<HTMLElement>(".bar .undo"));
}

export async function putBack(wall: Wall, idea: string): Promise<void> {
  succeeded(await wall.through(() => wall.board.moved.putBack(idea)));
}

/** What had the focus is gone from the page: it goes on from here, not from the top. */
function keepFocus(next: HTMLElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body) next?.focus({ preventScroll: true });
}
