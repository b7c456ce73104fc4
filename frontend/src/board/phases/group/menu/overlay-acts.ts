/** Changes to the wall that only its overlays offer. */

import { succeeded, toast } from "../../../../kit/feedback";
import { say } from "../../../../words/say";
import { nameOf, undoable } from "../acts";
import { spoken } from "../spoken";
import { drawn } from "../wall/land";
import type { Wall } from "../wall/wall";

export async function join(wall: Wall, from: string, into: string): Promise<void> {
  const answer = await wall.through(() => wall.board.commands.merge([from], into));
  if (!succeeded(answer)) return;
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

export async function hide(wall: Wall, idea: string): Promise<void> {
  const number = wall.board.state.idea(idea).peek()?.number ?? null;
  if (await setHidden(wall, idea, true))
    toast(say("group-idea-hidden", { number: spoken(number) }), {
      label: say("group-undo"),
      run: () => void unhide(wall, idea),
    });
}

export async function unhide(wall: Wall, idea: string): Promise<void> {
  await setHidden(wall, idea, false);
}

async function setHidden(wall: Wall, idea: string, hidden: boolean): Promise<boolean> {
  return succeeded(await wall.board.commands.send({ do: "hide_idea", idea, hidden }));
}

export async function putBack(wall: Wall, idea: string): Promise<void> {
  succeeded(await wall.through(() => wall.board.moved.putBack(idea)));
}

/** What had the focus is gone from the page: it goes on from here, not from the top. */
function keepFocus(next: HTMLElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body) next?.focus({ preventScroll: true });
}
