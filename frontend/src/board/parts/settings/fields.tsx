import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { announce, succeeded } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { trimmed } from "../../../kit/text/rules";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Visibility } from "../../engine/types";
import { useBoard } from "../../engine/use-board";
import "./fields.css";

type Text = "question" | "problem" | "constraint" | "criterion" | "owner";

/** A text of the settings: kept as it is typed, sent when the field is left or goes. */
export function TextSetting({ name, lines }: { name: Text; lines?: number }) {
  const { commands, state } = useBoard();
  const typed = useSignal<string | null>(null);
  const error = useSignal<string | null>(null);
  const stored = state.meta.value[name] ?? "";
  /** What was stored when typing began. */
  const before = useSignal(stored);
  const save = async (leaving = false) => {
    const text = typed.value === null ? stored : trimmed(typed.value);
    if (text === stored) {
      typed.value = null;
      error.value = null;
      return;
    }
    if (name === "question" && text === "") {
      error.value = say("settings-question-empty");
      return;
    }
    if (stored !== before.value) {
      // Leaving the field saves it: what another facilitator wrote meanwhile is shown before it is replaced.
      before.value = stored;
      error.value = say("settings-changed", { text: stored });
      return;
    }
    const answer = await commands.send({ do: "change_settings", [name]: text === "" ? null : text });
    if (leaving) {
      succeeded(answer);
    } else if (answer.answer === "ok") {
      typed.value = null;
      error.value = null;
      announce(say("settings-saved"));
    } else {
      error.value = answer.why ?? null;
    }
  };
  const last = useRef(save);
  last.current = save;
  useEffect(() => () => void last.current(true), []);
  return (
    <Field
      label={say(`settings-${name}`)}
      value={typed.value ?? stored}
      onInput={(value) => {
        if (typed.value === null) before.value = stored;
        typed.value = value;
      }}
      onBlur={() => void save()}
      {...(lines ? { lines } : {})}
      onEnter={() => void save()}
      max={LIMITS[name]}
      hint={say(`settings-${name}-hint`)}
      error={error.value}
    />
  );
}

/** A whole number of the settings; empty means the usual rule where that is possible. */
export function NumberSetting({ name, most, hint }: { name: "minutes" | "dots"; most: number; hint?: string }) {
  const { commands, state } = useBoard();
  const typed = useSignal<string | null>(null);
  const error = useSignal<string | null>(null);
  const stored = state.meta.value[name];
  const save = async () => {
    const text = typed.value === null ? undefined : trimmed(typed.value);
    if (text === undefined) {
      return;
    }
    const empty = text === "" && name === "dots";
    const n = Number(text);
    if (!empty && !(Number.isInteger(n) && n >= 1 && n <= most)) {
      error.value = say("settings-wrong-number", { most });
      return;
    }
    const answer = await commands.send({ do: "change_settings", [name]: empty ? null : n });
    error.value = answer.answer === "ok" ? null : (answer.why ?? null);
    if (answer.answer === "ok") {
      typed.value = null;
      announce(say("settings-saved"));
    }
  };
  return (
    <Field
      label={say(`settings-${name}`)}
      kind="number"
      class="short"
      value={typed.value ?? String(stored ?? "")}
      onInput={(value) => {
        typed.value = value;
      }}
      onBlur={() => void save()}
      onEnter={() => void save()}
      hint={hint}
      error={error.value}
    />
  );
}

export function VisibilitySetting() {
  const { commands, state } = useBoard();
  const meta = state.meta.value;
  const choose = async (visibility: Visibility) => {
    succeeded(await commands.send({ do: "change_settings", visibility }));
  };
  const choice = (value: Visibility, label: string, hint: string) => (
    <label class="choice">
      <input
        type="radio"
        name="visibility"
        checked={meta.visibility === value}
        disabled={meta.sealed}
        onChange={() => void choose(value)}
      />
      <span>
        <b>{label}</b>
        <small>{hint}</small>
      </span>
    </label>
  );
  return (
    <fieldset class="choices">
      <legend>{say("settings-visibility")}</legend>
      {choice("hidden", say("settings-hidden"), say("settings-hidden-hint"))}
      {choice("visible", say("settings-visible"), say("settings-visible-hint"))}
      {meta.sealed ? <p class="small">{say("settings-sealed")}</p> : null}
    </fieldset>
  );
}
