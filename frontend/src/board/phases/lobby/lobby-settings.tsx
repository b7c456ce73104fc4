import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { announce, succeeded } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { Icon } from "../../../kit/icon";
import { marked } from "../../../kit/marked";
import { trimmed } from "../../../kit/text/rules";
import type { Meta } from "../../../protocol.generated";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Visibility } from "../../engine/types";
import { useBoard } from "../../engine/use-board";

type Text = "question" | "problem" | "constraint" | "criterion" | "owner";

/** A text of the settings: kept as it is typed, sent when the field is left. */
function TextSetting({ name, lines, hint }: { name: Text; lines?: number; hint: string }) {
  const { commands, state } = useBoard();
  const typed = useSignal<string | null>(null);
  const error = useSignal<string | null>(null);
  const stored = state.meta.value[name] ?? "";
  /** What was stored when typing began. */
  const before = useSignal(stored);
  const save = async () => {
    const text = typed.value === null ? stored : trimmed(typed.value);
    if (text === stored) {
      typed.value = null;
      error.value = null;
      return;
    }
    if (name === "question" && text === "") {
      error.value = say("lobby-question-empty");
      return;
    }
    if (stored !== before.value) {
      // Leaving the field saves it: what another facilitator wrote meanwhile is shown before it is replaced.
      before.value = stored;
      error.value = say("lobby-changed", { text: stored });
      return;
    }
    const answer = await commands.send({ do: "change_settings", [name]: text === "" ? null : text });
    if (answer.answer === "ok") {
      typed.value = null;
      error.value = null;
      announce(say("lobby-saved"));
    } else {
      error.value = answer.why ?? null;
    }
  };
  return (
    <Field
      label={say(`lobby-${name}`)}
      value={typed.value ?? stored}
      onInput={(value) => {
        if (typed.value === null) before.value = stored;
        typed.value = value;
      }}
      onBlur={() => void save()}
      {...(lines ? { lines } : {})}
      onEnter={() => void save()}
      max={LIMITS[name]}
      hint={hint}
      error={error.value}
    />
  );
}

/** A whole number of the settings; empty means the usual rule where that is possible. */
function NumberSetting({ name, most, hint }: { name: "minutes" | "dots"; most: number; hint?: string }) {
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
      error.value = say("lobby-wrong-number", { most });
      return;
    }
    const answer = await commands.send({ do: "change_settings", [name]: empty ? null : n });
    error.value = answer.answer === "ok" ? null : (answer.why ?? null);
    if (answer.answer === "ok") {
      typed.value = null;
      announce(say("lobby-saved"));
    }
  };
  return (
    <Field
      label={say(`lobby-${name}`)}
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

function VisibilitySetting({ meta }: { meta: Meta }) {
  const { commands } = useBoard();
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
      <legend>{say("lobby-visibility")}</legend>
      {choice("hidden", say("lobby-hidden"), say("lobby-hidden-hint"))}
      {choice("visible", say("lobby-visible"), say("lobby-visible-hint"))}
      {meta.sealed ? <p class="small">{say("lobby-sealed")}</p> : null}
    </fieldset>
  );
}

/** The board's settings in the lobby: a line that says what is set, the rest behind one press. */
export function LobbySettings() {
  const { state } = useBoard();
  const open = useSignal(false);
  const meta = state.meta.value;
  return (
    <section class="settings">
      <p class="summary">
        <Icon name="clock" />
        <span>
          {marked(say(`lobby-summary-${meta.visibility}`, { minutes: meta.minutes }), "b", (part) => (
            <b>{part}</b>
          ))}
        </span>
      </p>
      <Button
        icon="edit"
        aria-expanded={open.value ? "true" : "false"}
        aria-controls="settings"
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {open.value ? say("lobby-fold") : say("lobby-edit")}
      </Button>
      <div id="settings" class="fields" hidden={!open.value}>
        <TextSetting name="question" lines={2} hint={say("lobby-question-hint")} />
        <NumberSetting name="minutes" most={LIMITS.minutes} />
        <TextSetting name="problem" lines={1} hint={say("lobby-problem-hint")} />
        <TextSetting name="constraint" lines={1} hint={say("lobby-constraint-hint")} />
        <TextSetting name="criterion" lines={1} hint={say("lobby-criterion-hint")} />
        <TextSetting name="owner" hint={say("lobby-owner-hint")} />
        <VisibilitySetting meta={meta} />
        <NumberSetting name="dots" most={LIMITS.dots} hint={say("lobby-dots-hint")} />
      </div>
    </section>
  );
}
