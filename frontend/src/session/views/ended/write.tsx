import { useRef, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Field } from "../../../kit/field";
import { newId } from "../../../live/random";
import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { carriedOut } from "../../next";
import { useSession } from "../../use-session";

/** Adds lines to the text, under one of its headings or at its end. */
export function Write() {
  const { ask, meta } = useSession();
  const [text, setText] = useState("");
  const [heading, setHeading] = useState("");
  const [line, setLine] = useState(newId);
  const [why, setWhy] = useState("");
  const [busy, setBusy] = useState(false);
  const field = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  const places = [...new Set(meta.value.headings.map(({ words }) => words))];
  const add = async (): Promise<void> => {
    field.current?.focus();
    if (text.trim() === "") return;
    setBusy(true);
    const answer = await ask({ do: "append_text", line, text: text.trim(), heading: heading || null });
    setBusy(false);
    setWhy(carriedOut(answer) ? "" : (answer.why ?? ""));
    if (!carriedOut(answer)) return;
    setText("");
    setLine(newId());
  };
  return (
    <div class="write">
      <Field
        label={say("ended-write")}
        value={text}
        lines={3}
        max={LIMITS.line}
        onInput={setText}
        error={why}
        inputRef={field}
      />
      <p>
        {places.length > 0 && (
          <label class="in-line">
            {say("ended-write-where")}{" "}
            <select value={heading} onChange={({ currentTarget }) => setHeading(currentTarget.value)}>
              <option value="">{say("ended-write-end")}</option>
              {places.map((place) => (
                <option key={place} value={place}>
                  {say("ended-write-under", { heading: place })}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button busy={busy} onClick={() => void add()}>
          {say("ended-write-add")}
        </Button>
      </p>
    </div>
  );
}
