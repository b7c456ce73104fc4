import { succeeded, toast } from "../../kit/feedback";
import { say } from "../../words/say";
import type { Board } from "../engine/boot";
import { spoken } from "./spoken";

/** Takes an idea, or the name of a group, from every screen at once. One press brings it back. */
export async function hide({ commands, state }: Board, idea: string): Promise<void> {
  const { id, number } = state.idea(idea).peek() ?? { id: null, number: null };
  if (!succeeded(await commands.send({ do: "hide_idea", idea, hidden: true }))) return;
  const what = id === null ? say("board-name-hidden") : say("board-idea-hidden", { number: spoken(number) });
  const undo = (): void => void commands.send({ do: "hide_idea", idea, hidden: false }).then(succeeded);
  toast(what, { label: say("board-undo"), run: undo });
}

/** Shows again what was hidden. */
export async function show({ commands, state }: Board, idea: string): Promise<void> {
  if (!succeeded(await commands.send({ do: "hide_idea", idea, hidden: false }))) return;
  const found = state.idea(idea).peek();
  if (found) toast(say("board-idea-shown", { number: spoken(found.number) }));
}
