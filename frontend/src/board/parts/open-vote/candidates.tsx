import { useId, useState } from "preact/hooks";
import { succeeded } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { trimmed } from "../../../kit/text/rules";
import type { Option } from "../../../protocol.generated";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { OptionHead } from "../options/option-head";
import { changeTo, isAt, type Scope, share } from "./scope";
import type { Aside } from "./use-aside";
import "./candidates.css";

const SCOPES: readonly Scope[] = ["groups", "everything"];

export interface CandidatesProps extends Aside {
  /** Everything that can be on the ballot, in its order. */
  all: readonly Option[];
}

/** Everything that can be an option with a tick for what is on the ballot; unnamed groups can be named. */
export function Candidates({ all, away, put }: CandidatesProps) {
  const groups = all.filter((one) => one.kind === "cluster");
  const lone = all.filter((one) => one.kind === "idea");
  const choose = (scope: Scope) => {
    const { off, on } = changeTo(scope, all, away);
    if (off.length) put(off, true);
    if (on.length) put(on, false);
  };
  return (
    <div class="candidates">
      {groups.length && lone.length ? (
        <fieldset class="scopes">
          <legend class="visually-hidden">{say("opening-on-ballot")}</legend>
          {SCOPES.map((scope) => (
            <button key={scope} type="button" aria-pressed={isAt(scope, all, away)} onClick={() => choose(scope)}>
              <b>{say(`opening-scope-${scope}`)}</b>{" "}
              <span>{say("opening-options", { count: scope === "groups" ? groups.length : all.length })}</span>
            </button>
          ))}
        </fieldset>
      ) : null}
      <Part title={say("opening-groups")} options={groups} away={away} put={put} />
      <Part title={say("opening-lone")} options={lone} away={away} put={put} />
    </div>
  );
}

function Part({ title, options, away, put }: { title: string; options: readonly Option[] } & Aside) {
  if (options.length === 0) return null;
  const on = options.filter(({ option }) => !away.has(option));
  const mark = share(options, away);
  const all = () =>
    mark === "all"
      ? put(
          on.map(({ option }) => option),
          true,
        )
      : put(
          options.flatMap(({ option }) => (away.has(option) ? [option] : [])),
          false,
        );
  return (
    <section class="part">
      <h3>
        <label>
          <input type="checkbox" checked={mark === "all"} indeterminate={mark === "some"} onChange={all} />
          {title}
        </label>
        <span class="of">{say("opening-of", { on: on.length, all: options.length })}</span>
      </h3>
      <ol>
        {options.map((option) => (
          <Candidate
            key={option.option}
            option={option}
            on={!away.has(option.option)}
            put={(taken) => put([option.option], !taken)}
          />
        ))}
      </ol>
    </section>
  );
}

function Candidate({ option, on, put }: { option: Option; on: boolean; put: (on: boolean) => void }) {
  const id = useId();
  return (
    <li class={on ? "" : "away"}>
      <label class="tick">
        <input
          type="checkbox"
          aria-labelledby={id}
          checked={on}
          onChange={(event) => put(event.currentTarget.checked)}
        />
      </label>
      <div class="what">
        <OptionHead id={id} option={option} title={option.name} level={4} />
        {option.kind === "cluster" && !option.named && on ? <Naming option={option} /> : null}
      </div>
    </li>
  );
}

function Naming({ option }: { option: Option }) {
  const { commands } = useBoard();
  const [name, setName] = useState("");
  const save = async (): Promise<void> => {
    if (trimmed(name)) succeeded(await commands.nameCluster(option.option, trimmed(name)));
  };
  return (
    <Field
      class="naming"
      label={say("opening-name-for", { letter: option.letter ?? "" })}
      quiet
      value={name}
      onInput={setName}
      onBlur={save}
      onEnter={save}
      max={LIMITS.groupName}
      placeholder={say("opening-name-placeholder")}
      hint={say("opening-unnamed")}
    />
  );
}
