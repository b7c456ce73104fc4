import { useId, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { succeeded } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { trimmed } from "../../../kit/text/rules";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useOpenPhase } from "../../actions/open-phase";
import { budget, candidates, coming } from "../../engine/document/options";
import { useBoard } from "../../engine/use-board";
import { Dots } from "../options/dots";
import { Advice, useHealth } from "./advice";
import { Candidates } from "./candidates";
import { inOneLine, notes } from "./preview";
import { useAside } from "./use-aside";
import "./open-vote.css";

export interface OpenVoteProps {
  /** The vote is open, or the facilitator wants to wait. */
  onClose?: () => void;
}

/** The ballot before it opens: everything on it can be mended here. Stands inside a dialog named `opening.title`. */
export function OpenVote({ onClose }: OpenVoteProps) {
  const { state } = useBoard();
  const [minutes, setMinutes] = useState("");
  const { busy, open: openPhase } = useOpenPhase();
  const { away, put } = useAside();
  const [clusters, loose, meta] = [state.clusters.value, state.loose.value, state.meta.value];
  const all = candidates(clusters, loose);
  const { options, dots } = coming(clusters, loose, { ...meta, aside: [...away] });
  const health = useHealth(options);
  const time = minutesOf(minutes);
  const wrong = time === "wrong";
  const open = async (): Promise<void> => {
    if (time !== "wrong" && (await openPhase("vote", { minutes: time }))) onClose?.();
  };
  return (
    <div class="open-vote">
      <div class="asks">
        <Criterion />
        <DotsEach n={dots} options={options.length} />
        <Field
          class="minutes"
          label={say("opening-minutes")}
          kind="number"
          value={minutes}
          onInput={setMinutes}
          hint={say("opening-minutes-hint")}
          error={wrong ? say("opening-minutes-wrong", { most: LIMITS.minutes }) : undefined}
        />
        <Advice options={options} health={health} putAside={(option) => put([option], true)} />
        {meta.rounds.length > 0 ? <p class="again">{say("opening-again")}</p> : null}
      </div>
      <Candidates all={all} away={away} put={put} />
      <div class="press">
        <p class="summary" aria-live="polite">
          <b>{inOneLine(options, dots)}</b>{" "}
          <small>{notes(options, all.length - options.length, health?.many ?? false).join(" ")}</small>
        </p>
        {onClose ? (
          <Button look="quiet" onClick={onClose}>
            {say("board-not-yet")}
          </Button>
        ) : null}
        <Button look="go" size="l" busy={busy} onClick={open}>
          {busy ? say("opening-busy") : say("opening-open")}
        </Button>
      </div>
    </div>
  );
}

/** Minutes as typed: null means without a clock. */
export function minutesOf(typed: string): number | null | "wrong" {
  if (!trimmed(typed)) return null;
  const minutes = Number(typed);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= LIMITS.minutes ? minutes : "wrong";
}

/** Saved when the field is left, or with Enter: everybody's headline should not flicker at every key. */
function Criterion() {
  const { state, commands } = useBoard();
  const kept = state.meta.value.criterion ?? "";
  const [text, setText] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (text === null || trimmed(text) === kept) return setText(null);
    if (succeeded(await commands.send({ do: "change_settings", criterion: trimmed(text) || null }))) setText(null);
  };
  return (
    <Field
      class="criterion"
      label={say("opening-criterion")}
      value={text ?? kept}
      onInput={setText}
      onBlur={save}
      onEnter={save}
      max={LIMITS.criterion}
      lines={1}
      hint={say("opening-criterion-hint")}
      placeholder={say("opening-criterion-example")}
    />
  );
}

function DotsEach({ n, options }: { n: number; options: number }) {
  const { state, commands } = useBoard();
  const id = useId();
  const usual = budget(options);
  const byRule = state.meta.value.dots === null;
  const set = async (dots: number | null): Promise<void> =>
    void succeeded(await commands.send({ do: "change_settings", dots }));
  return (
    <fieldset class="dots-each" aria-describedby={id}>
      <legend>{say("opening-dots")}</legend>
      <div class="stepper">
        <button type="button" aria-label={say("opening-fewer")} disabled={n <= 1} onClick={() => set(n - 1)}>
          −
        </button>
        <output>{n}</output>
        <button
          type="button"
          aria-label={say("opening-more")}
          disabled={n >= Math.min(options, LIMITS.dots)}
          onClick={() => set(n + 1)}
        >
          +
        </button>
        <Dots n={Math.min(n, LIMITS.dots)} />
      </div>
      <p class="small" id={id}>
        {byRule ? say("opening-usual", { dots: usual }) : say("opening-own", { dots: usual })}{" "}
        {byRule ? null : (
          <button type="button" class="link" onClick={() => set(null)}>
            {say("opening-use-usual", { dots: usual })}
          </button>
        )}
      </p>
    </fieldset>
  );
}
