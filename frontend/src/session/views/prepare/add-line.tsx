import { useSignal } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { length, trimmed } from "../../../kit/text/rules";
import { say } from "../../../words/say";
import type { Command } from "../../../worksession.generated";
import { useAdding, useDraft } from "../../drafts";
import { useSession } from "../../use-session";
import { Line } from "./line";

export interface AddLineProps {
  /** Of its draft. */
  readonly name: string;
  readonly label: string;
  readonly most: number;
  readonly quiet?: boolean;
  readonly placeholder?: string;
  readonly hint?: ComponentChildren;
  readonly inputRef?: RefObject<HTMLTextAreaElement | null>;
  /** Leaving the field adds it, too. */
  readonly onLeave?: boolean;
  command(id: string, text: string): Command;
}

/** A field whose text becomes one more of a list. It keeps the text until the server has it. */
export function AddLine({ name, label, most, quiet, placeholder, hint, inputRef, onLeave, command }: AddLineProps) {
  const { ask, me } = useSession();
  const text = useDraft(name);
  const why = useSignal("");
  const add = useAdding(text, async (id, typed) => {
    const bare = trimmed(typed);
    const over = length(bare) - most;
    if (bare === "") return false;
    if (over > 0) {
      why.value = say("prepare-too-long", { count: over });
      return false;
    }
    const answer = await ask(command(id, bare));
    why.value = answer.answer === "ok" ? "" : (answer.why ?? "");
    return answer.answer === "ok";
  });
  // What was refused for want of a name goes on its way once there is one.
  useEffect(() => {
    if (me.value !== null && why.peek()) void add();
  }, [me.value]);
  const draft = {
    text: text.value,
    why: why.value,
    onInput: (typed: string) => {
      text.value = typed;
      why.value = "";
    },
    settle: () => {
      if (onLeave) void add();
    },
  };
  return (
    <Line
      label={label}
      draft={draft}
      quiet={quiet ?? false}
      hint={hint}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(inputRef ? { inputRef } : {})}
      onEnter={() => void add()}
    />
  );
}
