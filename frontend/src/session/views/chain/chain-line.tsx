import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say } from "../../../words/say";
import { Part } from "../ended/part";
import { between, FIRST } from "./shorten";
import { type Part as OfLine, useChain } from "./use-chain";
import "../../../styles/chain-line.css";
import "./chain.css";

/** From the question to the sessions around this one, as the page of the recap has it. */
export function ChainLine() {
  const line = useChain()?.line ?? [];
  const [whole, setWhole] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const left = whole ? 0 : between(line);
  // The button that was pressed is gone.
  useLayoutEffect(() => {
    if (whole) list.current?.children[FIRST]?.querySelector("a")?.focus();
  }, [whole]);
  return line.length === 0 ? null : (
    <ol ref={list} class="chain-line" aria-label={say("chain-head")}>
      {line.map((part, at) => {
        if (at > FIRST && at < FIRST + left) return null;
        const folds = left > 0 && at === FIRST;
        return (
          <li key={at}>
            {at > 0 && (
              <span class="arrow" aria-hidden="true">
                →
              </span>
            )}
            {folds ? (
              <button type="button" class="link between" onClick={() => setWhole(true)}>
                {say("chain-between")}
              </button>
            ) : (
              <Told part={part} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Told({ part }: { readonly part: OfLine }) {
  return (
    <>
      <Words part={part} />
      {part.note && ` (${part.note})`}
    </>
  );
}

function Words({ part: { words, href, typed, here } }: { readonly part: OfLine }) {
  if (here) return <b aria-current="page">{words}</b>;
  if (href !== null) return <a href={href}>{words}</a>;
  return (
    <span class={typed ? "typed" : undefined} dir={typed ? "auto" : undefined}>
      {words}
    </span>
  );
}

/** The same beside the plan. */
export function PlanChain() {
  return useChain()?.line.length ? (
    <section class="plan-part plan-chain">
      <h2 class="plan-label">{say("chain-head")}</h2>
      <ChainLine />
    </section>
  ) : null;
}

/** The same as a part of the page of a session that has ended. */
export function ChainPart() {
  return useChain()?.line.length ? (
    <Part title={say("chain-head")}>
      <ChainLine />
    </Part>
  ) : null;
}
