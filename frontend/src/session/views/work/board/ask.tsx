/** "Ask everybody": one question, which all answer alone on a board of its own, as the next item. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Dialog } from "../../../../kit/dialog";
import { Field } from "../../../../kit/field";
import { unfit } from "../../../../kit/text/rules";
import { newId } from "../../../../live/random";
import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { LIMITS } from "../../../../worksession.generated";
import { clearSent, useDraft } from "../../../drafts";
import { Why } from "../../why";
import { closeDrawer, drawer } from "../margin/opened";
import type { Course } from "../time/course";
import { useAsk } from "../use-work";
import { askingEverybody, useMayAsk } from "./asking";
import { Thin } from "./thin";

const MINUTES = [3, 5, 10] as const;

export function AskEverybody({ course }: { readonly course: Course }) {
  const question = useDraft("ask");
  const [minutes, setMinutes] = useState<number>(MINUTES[0]);
  const asking = useAsk();
  const may = useMayAsk();
  /** The same id for the same question: sent again after a lost answer, it is asked once. */
  const last = useRef({ id: newId(), text: "" });
  const field = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  // The dialog takes the focus when it opens.
  useEffect(() => field.current?.focus(), []);
  const close = (): void => {
    askingEverybody.value = false;
  };
  // A board that opens meanwhile takes nothing; the question waits as a draft.
  useEffect(() => {
    if (!may) close();
  }, [may]);
  const ask = async (): Promise<void> => {
    const text = question.value;
    if (asking.busy || unfit(text, LIMITS.question)) return;
    if (last.current.text !== text) last.current = { id: newId(), text };
    if (!(await asking.run({ do: "ask_everybody", item: last.current.id, question: text, minutes }))) return;
    last.current = { id: newId(), text: "" };
    clearSent(question, text);
    close();
    // The line of news, which says what was asked, stands below it.
    if (drawer.peek()) closeDrawer();
  };
  return (
    <Dialog
      open
      size="s"
      onClose={close}
      title={say("inside-ask")}
      actions={
        <>
          <Why text={asking.why} />
          <Button look="go" busy={asking.busy} onClick={() => void ask()}>
            {say("inside-send")}
          </Button>
        </>
      }
    >
      <div class="ask">
        <Field
          class="large"
          label={say("inside-question")}
          value={question.value}
          onInput={(value) => {
            question.value = value;
            asking.forget();
          }}
          max={LIMITS.question}
          lines={2}
          placeholder={say("inside-question-example")}
          onEnter={() => void ask()}
          inputRef={field}
        />
        <Minutes minutes={minutes} onChoose={setMinutes} />
        <p>{say("inside-promise")}</p>
        <Thin />
        <p class="small">{say("inside-next", { item: isolated(course.current.title) })}</p>
      </div>
    </Dialog>
  );
}

function Minutes({ minutes, onChoose }: { readonly minutes: number; readonly onChoose: (minutes: number) => void }) {
  const name = useId();
  return (
    <fieldset class="few">
      <legend>{say("inside-minutes")}</legend>
      {MINUTES.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            aria-label={say("inside-for", { minutes: one })}
            checked={minutes === one}
            onChange={() => onChoose(one)}
          />
          <span aria-hidden="true">{one}</span>
        </label>
      ))}
    </fieldset>
  );
}
