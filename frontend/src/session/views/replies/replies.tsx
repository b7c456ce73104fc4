import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Field } from "../../../kit/field";
import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { useAsk } from "../work/use-work";
import { BOXES, type Reply } from "./use-replies";
import "./replies.css";

/** Replies as lines: the lead lets them in, answers or deletes them; everybody else reads. */
export function Replies({ replies }: { readonly replies: readonly Reply[] }) {
  return (
    <ul class="reply-lines">
      {replies.map((reply) => (
        <Line key={reply.feedback} reply={reply} />
      ))}
    </ul>
  );
}

function Line({ reply }: { readonly reply: Reply }) {
  const { boot } = useSession();
  return (
    <li>
      <dl>
        {BOXES.filter((box) => reply[box] !== "").map((box) => (
          <div key={box}>
            <dt>{say("reply-box", { box })}</dt>
            <dd dir="auto">{reply[box]}</dd>
          </div>
        ))}
      </dl>
      {reply.answer && (
        <p class="answer">
          <b>{say("reply-answer", { answer: reply.answer })}</b> {reply.note && <span dir="auto">{reply.note}</span>}
        </p>
      )}
      <p class="small">{reply.shown ? say("reply-let-in") : say("reply-not-let-in")}</p>
      {boot.role === "lead" && <Acts reply={reply} />}
    </li>
  );
}

function Acts({ reply }: { readonly reply: Reply }) {
  const { run, busy, why } = useAsk();
  const [answer, setAnswer] = useState<Reply["answer"]>(null);
  const { feedback, shown } = reply;
  return (
    <>
      {answer === null ? (
        <div class="press">
          <Button onClick={() => setAnswer("changed")}>{say("reply-changed")}</Button>
          <Button onClick={() => setAnswer("not_yet")}>{say("reply-not-yet")}</Button>
          <Button look="plain" busy={busy} onClick={() => void run({ do: "show_feedback", feedback, shown: !shown })}>
            {shown ? say("reply-hide") : say("reply-show")}
          </Button>
          <DeleteButton busy={busy} onClick={() => void run({ do: "delete_feedback", feedback })} />
        </div>
      ) : (
        <AnswerForm reply={reply} answer={answer} onClose={() => setAnswer(null)} />
      )}
      <Why text={why} />
    </>
  );
}

/** Nobody can bring a deleted reply back, so it takes two presses. */
function DeleteButton({ busy, onClick }: { readonly busy: boolean; readonly onClick: () => void }) {
  const [sure, setSure] = useState(false);
  return (
    <Button look="plain" busy={busy} onBlur={() => setSure(false)} onClick={() => (sure ? onClick() : setSure(true))}>
      {sure ? say("reply-delete-sure") : say("reply-delete")}
    </Button>
  );
}

interface AnswerProps {
  readonly reply: Reply;
  readonly answer: "changed" | "not_yet";
  readonly onClose: () => void;
}

function AnswerForm({ reply, answer, onClose }: AnswerProps) {
  const { run, busy, why } = useAsk();
  const [note, setNote] = useState(reply.note ?? "");
  const [letIn, setLetIn] = useState(true);
  const send = async (): Promise<void> => {
    const { feedback, shown } = reply;
    if (letIn && !shown && !(await run({ do: "show_feedback", feedback, shown: true }))) return;
    if (await run({ do: "answer_feedback", feedback, answer, note: note.trim() || null })) onClose();
  };
  return (
    <div class="reply-answer">
      <Field
        label={answer === "changed" ? say("reply-what-changed") : say("reply-because")}
        lines={2}
        max={LIMITS.note}
        value={note}
        onInput={setNote}
      />
      {!reply.shown && (
        <label class="let-in">
          <input type="checkbox" checked={letIn} onChange={({ currentTarget }) => setLetIn(currentTarget.checked)} />
          {say("reply-let-in-too")}
        </label>
      )}
      <div class="press">
        <Button busy={busy} onClick={() => void send()}>
          {say("reply-send-answer")}
        </Button>
        <Button look="plain" onClick={onClose}>
          {say("reply-cancel")}
        </Button>
      </div>
      <Why text={why} />
    </div>
  );
}
