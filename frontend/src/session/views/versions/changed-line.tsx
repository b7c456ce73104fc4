/** One line of what changed. Marks and words show what came and went, not colour alone. */

import type { ComponentChildren } from "preact";
import type { LineKind } from "../../../making/play";
import { say } from "../../../words/say";
import type { ChangedLine, Part } from "./kept";

interface LineProps {
  readonly kind: LineKind;
  readonly level: number;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A line as the element that it is for a screen reader, too. */
export function TextLine({ kind, level, class: name = "", children }: LineProps) {
  const looks = `text-line of-${kind} ${name}`;
  if (kind === "rule") return <hr class={looks} />;
  if (kind === "heading")
    return (
      <h3 class={looks} data-level={level} dir="auto">
        {children}
      </h3>
    );
  return (
    <p class={looks} data-level={level || undefined} dir="auto">
      {children}
    </p>
  );
}

export function LineOfChanges({ line }: { readonly line: ChangedLine }) {
  const { kind, level = 0, change, reformatted, parts } = line;
  return (
    <TextLine kind={kind} level={level} class={change ?? ""}>
      {parts.map((part, at) => (
        <Words key={String(at)} part={part} />
      ))}
      {reformatted && <small class="reformatted">{say("versions-reformatted")}</small>}
    </TextLine>
  );
}

function Words({ part: [mark, text] }: { readonly part: Part }) {
  if (mark === "same") return <>{text}</>;
  if (mark === "cut") return <span class="cut">{say("versions-cut", { count: Number(text) })}</span>;
  const Element = mark === "added" ? "ins" : "del";
  return (
    <Element>
      <Unseen>{say(mark === "added" ? "versions-added" : "versions-removed")} </Unseen>
      {text}
      <Unseen> {say("versions-end-of-words")} </Unseen>
    </Element>
  );
}

/** For a screen reader. `bdi`: the direction of the line is that of its own words. */
function Unseen({ children }: { readonly children: ComponentChildren }) {
  return <bdi class="visually-hidden">{children}</bdi>;
}
