import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { announce, succeeded, toast } from "../../../../kit/feedback";
import { Field } from "../../../../kit/field";
import { keepFocus } from "../../../../kit/page/focus";
import { usePhone } from "../../../../kit/page/use-phone";
import { trimmed, unfit } from "../../../../kit/text/rules";
import { LIMITS } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import type { Readable } from "../reading";
import { useAsking } from "./asking";
import "./questions.css";

/** What people ask about an idea, and what its author answers. Nobody is named. */
export function Questions({ idea }: { idea: Readable }) {
  const { boot, own, state } = useBoard();
  const asking = useAsking();
  const asked = [...state.questions.value].filter(([, question]) => question.idea === idea.id).sort(byId);
  const sent = asking.questions.value.filter((one) => one.idea === idea.id);
  const participates = boot.role === "participate";
  const mine = participates && own.secret(idea.id) !== null;
  const full = asked.length + sent.length >= LIMITS.questionsOfIdea;
  return (
    <section class="questions" aria-label={say("read-questions", { number: String(idea.number) })}>
      {asked.map(([id, { text, answer, hidden }]) =>
        hidden ? (
          boot.role === "facilitate" ? (
            <Hidden key={id} question={id} />
          ) : null
        ) : (
          <div class="exchange" key={id}>
            <Line label={say("read-question")} text={text} />
            {answer ? <Line label={say("read-author")} text={answer} /> : null}
            {mine ? <Answer question={id} idea={idea.id} answered={Boolean(answer)} /> : null}
            {boot.role === "facilitate" ? <Hide question={id} /> : null}
          </div>
        ),
      )}
      {sent.map(({ question, text }) => (
        <div class="exchange" key={question}>
          <Line label={say("read-question")} text={text} />
          <p class="small">{say("read-question-sent")}</p>
        </div>
      ))}
      {!participates || mine ? null : full ? <p class="small">{say("read-questions-full")}</p> : <Ask idea={idea.id} />}
    </section>
  );
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <p class="line">
      <small>{label}</small>
      <span class="visually-hidden">: </span>
      <span class="text" dir="auto">
        {text}
      </span>
    </p>
  );
}

function Hide({ question }: { question: string }) {
  const { commands } = useBoard();
  const set = (hidden: boolean) => commands.send({ do: "hide_question", question, hidden }).then(succeeded);
  const press = async () => {
    keepFocus("#stage h1");
    if (await set(true)) toast(say("read-question-hidden"), { label: say("board-undo"), run: () => void set(false) });
  };
  return (
    <Button look="plain" size="s" onClick={() => void press()}>
      {say("read-hide-question")}
    </Button>
  );
}

function Hidden({ question }: { question: string }) {
  const { commands } = useBoard();
  return (
    <p class="exchange line-up small">
      {say("read-question-is-hidden")}
      <Button
        look="plain"
        size="s"
        onClick={() => {
          keepFocus("#stage h1");
          void commands.send({ do: "hide_question", question, hidden: false }).then(succeeded);
        }}
      >
        {say("idea-show")}
      </Button>
    </p>
  );
}

/** The field for a question. On phones a button opens it. */
function Ask({ idea }: { idea: string }) {
  const asking = useAsking();
  const phone = usePhone();
  const open = useSignal(false);
  if (phone && !open.value && !asking.drafts.value.get(idea)) {
    return (
      <Button look="plain" class="ask-open" onClick={() => (open.value = true)}>
        {say("read-ask-about")}
      </Button>
    );
  }
  return (
    <Form
      about={idea}
      label={say("read-ask-label")}
      hint={say("read-ask-hint")}
      words={say("read-ask")}
      most={LIMITS.asked}
      autofocus={open.value}
      send={(text) => asking.ask(idea, text)}
      sent={say("read-question-sent")}
    />
  );
}

/** The author's field for an answer, opened by a press: its time says that somebody is at it. */
function Answer({ question, idea, answered }: { question: string; idea: string; answered: boolean }) {
  const asking = useAsking();
  const open = useSignal(false);
  const waiting = asking.answers.value.get(question);
  if (waiting !== undefined)
    return (
      <>
        <Line label={say("read-your-answer")} text={waiting} />
        <p class="small">{say("read-answer-waits")}</p>
      </>
    );
  if (!open.value && !asking.drafts.value.get(question))
    return (
      <Button size="s" onClick={() => (open.value = true)}>
        {answered ? say("read-answer-again") : say("read-answer")}
      </Button>
    );
  return (
    <Form
      about={question}
      label={say("read-answer-label")}
      hint={say("read-answer-hint")}
      words={say("read-answer-send")}
      most={LIMITS.answer}
      autofocus={open.value}
      send={async (text) => {
        const sent = await asking.answer(question, idea, text);
        // Else the field would come back, and take the focus, when the answer is on the board.
        if (sent) open.value = false;
        return sent;
      }}
      sent={say("read-answer-waits")}
    />
  );
}

interface FormProps {
  about: string;
  label: string;
  hint: string;
  words: string;
  most: number;
  autofocus: boolean;
  send: (text: string) => Promise<boolean>;
  sent: string;
}

function Form({ about, label, hint, words, most, autofocus, send, sent }: FormProps) {
  const asking = useAsking();
  const busy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  // The focus brings the field into sight, not the button below it.
  useLayoutEffect(() => {
    if (autofocus) form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const text = asking.drafts.value.get(about) ?? "";
  const unsendable = unfit(text, most) !== null;
  const submit = async () => {
    if (unsendable || busy.value) return;
    busy.value = true;
    keepFocus("#stage h1");
    if (await send(trimmed(text))) announce(sent);
    busy.value = false;
  };
  return (
    <form
      ref={form}
      class="ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={label}
        placeholder={label}
        quiet
        lines={1}
        max={most}
        value={text}
        hint={hint}
        autofocus={autofocus}
        onInput={(value) => asking.type(about, value)}
        onEnter={() => void submit()}
      />
      <Button type="submit" busy={busy.value} aria-disabled={unsendable ? "true" : undefined}>
        {words}
      </Button>
    </form>
  );
}
