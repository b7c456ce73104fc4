import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { succeeded } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { trimmed } from "../../../kit/text/rules";
import type { Option } from "../../../protocol.generated";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { OptionHead, shortTitle } from "../options/option-head";

/** What is on the ballot and what was set aside, each to be sent to the other list, unnamed groups to be named. */
export function Candidates({ options, away }: { options: readonly Option[]; away: readonly Option[] }) {
  return (
    <>
      <h3 class="rows-title">{say("opening-on-ballot")}</h3>
      <ol class="candidates">
        {options.map((option) => (
          <Candidate key={option.option} option={option} aside={false} />
        ))}
      </ol>
      {away.length ? (
        <>
          <h3 class="rows-title">{say("opening-aside", { count: away.length })}</h3>
          <ol class="candidates away">
            {away.map((option) => (
              <Candidate key={option.option} option={option} aside />
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}

function Candidate({ option, aside }: { option: Option; aside: boolean }) {
  const { commands } = useBoard();
  const [busy, setBusy] = useState(false);
  const title = shortTitle(option.name);
  const move = async (): Promise<void> => {
    setBusy(true);
    succeeded(await commands.send({ do: "set_aside", option: option.option, aside: !aside }));
    setBusy(false);
  };
  return (
    <li>
      <div class="what">
        {option.kind === "cluster" && !option.named && !aside ? <Naming option={option} /> : null}
        <OptionHead option={option} title={option.name} level={4} />
      </div>
      <Button
        look={aside ? "quiet" : "plain"}
        size="s"
        busy={busy}
        aria-label={
          aside ? say("opening-take-in-of", { option: title }) : say("opening-put-aside-of", { option: title })
        }
        onClick={move}
      >
        {aside ? say("opening-take-in") : say("opening-put-aside")}
      </Button>
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
