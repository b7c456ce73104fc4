import { Button } from "../../../kit/button";
import { succeeded, toast } from "../../../kit/feedback";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";

/** Takes an abusive text from every screen at once; one press brings it back. */
export function Hide({ id, name = false }: { id: string; name?: boolean }) {
  const { state, commands } = useBoard();
  const set = async (hidden: boolean): Promise<boolean> =>
    succeeded(await commands.send({ do: "hide_idea", idea: id, hidden }));
  const hide = async (): Promise<void> => {
    if (!(await set(true))) return;
    toast(name ? say("idea-name-hidden") : say("idea-hidden-said"), {
      label: say("board-undo"),
      run: () => void set(false),
    });
  };
  const number = state.idea(id).value?.number ?? null;
  const numbered =
    number === null ? say("idea-hide-unnumbered") : say("idea-hide-numbered", { number: String(number) });
  return (
    <Button
      look="plain"
      size="s"
      icon="hide"
      class="hide"
      aria-label={name ? say("idea-hide-name") : numbered}
      onClick={hide}
    >
      {say(name ? "idea-hide-name" : "idea-hide")}
    </Button>
  );
}
