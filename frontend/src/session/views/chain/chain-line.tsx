import { say } from "../../../words/say";
import { Part } from "../ended/part";
import { type Part as OfLine, useChain } from "./use-chain";
import "./chain.css";

/** From the question to the sessions around this one, as the page of the recap has it. */
export function ChainLine() {
  const line = useChain()?.line ?? [];
  return line.length === 0 ? null : (
    <ol class="chain-line" aria-label={say("chain-head")}>
      {line.map((one, at) => (
        <li key={at}>
          {at > 0 && (
            <span class="arrow" aria-hidden="true">
              →
            </span>
          )}
          <Words part={one} />
          {one.note && ` (${one.note})`}
        </li>
      ))}
    </ol>
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

/** The same as a part of the page of a session that has ended. */
export function ChainPart() {
  return useChain()?.line.length ? (
    <Part title={say("chain-head")}>
      <ChainLine />
    </Part>
  ) : null;
}
