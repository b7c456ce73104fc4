import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import type { Option } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { shortTitle } from "../options/option-head";

/** What the server finds on the ballot that could open now (`board/voting/health.py`). */
interface Health {
  readonly many: boolean;
  readonly alike: readonly (readonly string[])[];
}

/** So many groups are shown; whoever mended them sees the next. */
const SHOWN = 4;

export interface AdviceProps {
  options: readonly Option[];
  health: Health | null;
  putAside: (option: string) => void;
}

/** Options that read alike, to be mended before the vote opens. It refuses nothing. */
export function Advice({ options, health, putAside }: AdviceProps) {
  if (!health) return null;
  const named = new Map(options.map((option) => [option.option, option]));
  const groups = health.alike
    .map((group) => group.flatMap((id) => named.get(id) ?? []))
    .filter((group) => group.length > 1);
  return (
    <div class="advices">
      {groups.slice(0, SHOWN).map((group) => (
        <div key={group[0]?.option} class="advice">
          <p>{say("opening-alike", { count: group.length })}</p>
          <ul>
            {group.map((option) => (
              <Double key={option.option} option={option} putAside={() => putAside(option.option)} />
            ))}
          </ul>
        </div>
      ))}
      {groups.length > SHOWN ? (
        <p class="advice">{say("opening-alike-more", { count: groups.length - SHOWN })}</p>
      ) : null}
    </div>
  );
}

function Double({ option, putAside }: { option: Option; putAside: () => void }) {
  const title = shortTitle(option.name);
  return (
    <li>
      <span>
        <b>{option.letter ?? option.number}</b> <bdi dir="auto">{title}</bdi>
      </span>
      <Button look="plain" size="s" aria-label={say("opening-put-aside-of", { option: title })} onClick={putAside}>
        {say("opening-put-aside")}
      </Button>
    </li>
  );
}

/** Milliseconds without a change after which the server is asked again: it hears a person only so often. */
const PAUSE = 500;

/**
 * Asked at once, and again when an option or its name has changed. Without an answer there is no advice, and the vote
 * can open.
 */
export function useHealth(options: readonly Option[]): Health | null {
  const { boot } = useBoard();
  const [found, setFound] = useState<{ readonly of: string; readonly health: Health } | null>(null);
  const again = useRef(false);
  const key = JSON.stringify(options.map(({ option, name }) => [option, name]));
  // The key is all of the options that the answer hangs on.
  useEffect(() => {
    const asked = new AbortController();
    const ask = () =>
      fetch(`/api/boards/${boot.board}/health`, { signal: asked.signal })
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((health) => health && setFound({ of: key, health }))
        .catch(() => {});
    const timer = setTimeout(ask, again.current ? PAUSE : 0);
    again.current = true;
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [boot.board, key]);
  // Doubles stand until the next answer; a warning of too many must not outlive its options.
  return found && { ...found.health, many: found.health.many && found.of === key };
}
