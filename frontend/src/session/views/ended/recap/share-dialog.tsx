import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Dialog } from "../../../../kit/dialog";
import { Field } from "../../../../kit/field";
import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { LIMITS, type SharedRecap } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { useAsk } from "../../work/use-work";
import { announceArrival } from "./arrival";
import { CheckBox } from "./check-box";
import { linesOf, previewAddress, recapOf } from "./recap-state";
import { type Line, type Lines, useLines } from "./use-lines";
import { useTypedNames } from "./use-typed-names";
import "./share-dialog.css";

type Visibility = "link" | "public";
const MOST: Readonly<Record<Line, number>> = {
  summary: LIMITS.summary,
  next: LIMITS.summary,
  was: LIMITS.oneLine,
  became: LIMITS.oneLine,
};

/** Shares the recap in three steps on one screen: what the lead adds, what readers see, and who can find it. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { meta } = useSession();
  const { run, busy, why } = useAsk();
  const lines = useLines();
  const recap = recapOf(meta.value);
  const [visibility, setVisibility] = useState<Visibility>(recap?.public ? "public" : "link");
  const share = async (): Promise<void> => {
    if (!(await lines.keep())) return;
    announceArrival(true);
    if (await run({ do: "share", visibility })) onClose();
    else announceArrival(false);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="l"
      light={false}
      title={recap ? say("sharing-title-again") : say("sharing-title")}
      lead={recap ? say("sharing-lead-again") : say("sharing-lead")}
      actions={
        <>
          <Button onClick={onClose}>{say("sharing-back")}</Button>
          <Button look="go" busy={busy} onClick={() => void share()}>
            {busy ? say("sharing-busy") : say("sharing-press")}
          </Button>
        </>
      }
    >
      <div class="share-recap">
        <Step number={1} title={say("sharing-add")}>
          <Added lines={lines} />
        </Step>
        <Step number={2} title={say("sharing-see")} aside={<Preview />}>
          <Seen />
        </Step>
        <Step number={3} title={say("sharing-find")}>
          <Finding visibility={visibility} onChange={setVisibility} />
        </Step>
      </div>
      <Why text={lines.why || why} />
    </Dialog>
  );
}

/** Changes who finds the page of a recap that is shared. */
export function FindDialog({ recap, onClose }: { readonly recap: SharedRecap; readonly onClose: () => void }) {
  const { run, busy, why } = useAsk();
  const [visibility, setVisibility] = useState<Visibility>(recap.public ? "public" : "link");
  const change = async (): Promise<void> => {
    if (await run({ do: "share", visibility })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="s"
      title={say("sharing-find")}
      actions={
        <>
          <Button onClick={onClose}>{say("sharing-find-back")}</Button>
          <Button look="ink" busy={busy} onClick={() => void change()}>
            {say("sharing-find-press")}
          </Button>
        </>
      }
    >
      <div class="share-recap">
        <Finding visibility={visibility} onChange={setVisibility} />
      </div>
      <Why text={why} />
    </Dialog>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  /** Stands beside the title. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Step({ number, title, aside, children }: StepProps) {
  return (
    <section class={`step of-${number}`}>
      <header>
        <h3>
          <span aria-hidden="true">{number}</span> {title}
        </h3>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** The lead's two lines; of work that was made elsewhere also one before and one after. */
function Added({ lines }: { readonly lines: Lines }) {
  const { meta } = useSession();
  const elsewhere = Boolean(meta.value.ending?.elsewhere);
  const field = (line: Line, rows?: number) => (
    <Field
      label={say(`sharing-${line}`)}
      value={lines.typed[line].value}
      max={MOST[line]}
      {...(rows ? { lines: rows } : {})}
      onInput={(words) => lines.type(line, words)}
      onBlur={() => void lines.keep()}
    />
  );
  return (
    <>
      {elsewhere && field("was")}
      {elsewhere && field("became")}
      {field("summary", 3)}
      {field("next", 2)}
      <p class="small">{say("sharing-add-hint")}</p>
    </>
  );
}

function Preview() {
  const { boot } = useSession();
  return (
    <a class="preview" href={previewAddress(boot.session)} target="_blank" rel="noopener">
      {say("sharing-preview")}
    </a>
  );
}

/** What is shown of the way there, and the names that stand in the text. */
function Seen() {
  const { meta } = useSession();
  const { versions } = meta.value;
  const brought = versions.some(({ reason }) => reason === "brought" || reason === "next");
  const names = useTypedNames();
  return (
    <>
      {brought && <Shown line="before" hint={say("sharing-before-hint")} />}
      {versions.length > 1 && <Shown line="making" hint={say("sharing-making-hint")} />}
      <ul class="names">
        {names.map(({ name, times }) => (
          <li key={name}>{say("sharing-name", { name: isolated(name), times })}</li>
        ))}
      </ul>
    </>
  );
}

function Shown({ line, hint }: { readonly line: "before" | "making"; readonly hint: string }) {
  const { meta } = useSession();
  return (
    <div class="choice">
      <CheckBox
        label={say(`sharing-shows-${line}`)}
        hint={hint}
        checked={linesOf(meta.value)[line]}
        command={(on) => ({ do: "edit_recap", [line]: on })}
      />
    </div>
  );
}

interface FindingProps {
  readonly visibility: Visibility;
  readonly onChange: (visibility: Visibility) => void;
}

function Finding({ visibility, onChange }: FindingProps) {
  return (
    <fieldset>
      <legend class="visually-hidden">{say("sharing-find")}</legend>
      {(["link", "public"] as const).map((one) => (
        <div class="choice" key={one}>
          <label>
            <input
              type="radio"
              name="visibility"
              checked={visibility === one}
              aria-describedby={`sharing-find-${one}`}
              onChange={() => onChange(one)}
            />
            {say(`sharing-find-${one}`)}
          </label>
          <p class="small" id={`sharing-find-${one}`}>
            {say(`sharing-find-${one}-hint`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
