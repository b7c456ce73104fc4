import { useId, useRef, useState } from "preact/hooks";
import type { Command } from "../../../../worksession.generated";
import { Why } from "../../why";
import { useAsk } from "../../work/use-work";

interface CheckBoxProps {
  readonly label: string;
  readonly hint: string;
  /** What the session says. */
  readonly checked: boolean;
  readonly command: (on: boolean) => Command;
}

/**
 * A check box that gives a command. It shows the last press until that is answered, then what the session says. A press
 * asks for what the person sees, so the session ends at the last press even if several came before an answer.
 */
export function CheckBox({ label, hint, checked, command }: CheckBoxProps) {
  const id = useId();
  const { run, why } = useAsk();
  const [pressed, setPressed] = useState<boolean | null>(null);
  const presses = useRef(0);
  const press = async (on: boolean): Promise<void> => {
    presses.current += 1;
    const mine = presses.current;
    setPressed(on);
    await run(command(on));
    if (mine === presses.current) setPressed(null);
  };
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={pressed ?? checked}
          aria-busy={pressed !== null}
          aria-describedby={id}
          onChange={({ currentTarget }) => void press(currentTarget.checked)}
        />
        {label}
      </label>
      <p class="small" id={id}>
        {hint}
      </p>
      <Why text={why} />
    </>
  );
}
