import { Button } from "../../../kit/button";
import { succeeded, toast } from "../../../kit/feedback";
import { hiding as words } from "../../../words/counting";
import { useBoard } from "../../shell/use-board";

/** Takes an abusive text from every screen at once; one press brings it back. */
export function Hide({ id, name = false }: { id: string; name?: boolean }) {
  const { state, commands } = useBoard();
  const hide = async (): Promise<void> => {
    if (!succeeded(await commands.hideIdea(id, true))) return;
    toast(name ? words.nameHidden : words.hidden, {
      label: words.undo,
      run: () => void commands.hideIdea(id, false).then(succeeded),
    });
  };
  return (
    <Button
      look="plain"
      size="s"
      icon="hide"
      class="hide"
      aria-label={name ? words.hideName : words.hideOf(state.idea(id).value?.number ?? null)}
      onClick={hide}
    >
      {name ? words.hideName : words.hide}
    </Button>
  );
}
