import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Icon } from "../../../../kit/icon";
import { useEdge } from "../../../../kit/page/edges";
import { composing } from "../../../../kit/text/input";
import { length, trimmed } from "../../../../kit/text/rules";
import { tintOf } from "../../../../kit/tint";
import { LIMITS } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import type { Cluster } from "../../../engine/state";
import { groupTogether, moveTo } from "../acts";
import { nameOf } from "../names/names";
import { useWall } from "../wall/use-wall";
import "../../../../kit/card.css";
import "./phone.css";

/** On a phone: one loose idea, the groups as large buttons beneath it. What I look at stays until I am done with it. */
export function SortOneByOne() {
  const wall = useWall();
  const { state } = wall.board;
  const seen = useSignal<ReadonlySet<string>>(new Set());
  const current = useSignal<string | null>(null);
  const loose = state.loose.value.filter((idea) => idea.text !== null);
  const left = loose.filter((idea) => !seen.value.has(idea.id) && idea.id !== current.value);
  const idea = current.value === null ? undefined : state.idea(current.value).value;
  useLayoutEffect(() => {
    if (!idea && left[0]) current.value = left[0].id;
  });
  const next = () => {
    if (idea) seen.value = new Set(seen.value).add(idea.id);
    current.value = left[0]?.id ?? null;
  };
  if (!idea) {
    const skipped = loose.length;
    return (
      <div class="sorted">
        <h2>{say("group-sorted")}</h2>
        <p>{skipped > 0 ? say("group-skipped", { count: skipped }) : say("group-sorted-hint")}</p>
        {skipped > 0 ? (
          <Button
            onClick={() => {
              seen.value = new Set();
            }}
          >
            {say("group-again")}
          </Button>
        ) : null}
        <Button
          look="ink"
          onClick={() => {
            wall.oneByOne.value = false;
          }}
        >
          {say("group-see-groups")}
        </Button>
      </div>
    );
  }
  return (
    <div class="one-by-one">
      <p class="progress">
        <b>{say("group-progress", { at: seen.value.size + 1, of: seen.value.size + 1 + left.length })}</b>
        <progress max={seen.value.size + 1 + left.length} value={seen.value.size} aria-hidden="true" />
      </p>
      <One key={idea.id} id={idea.id} next={next} />
    </div>
  );
}

function One({ id, next }: { id: string; next: () => void }) {
  const wall = useWall();
  const { state } = wall.board;
  const idea = state.idea(id).value;
  const card = useRef<HTMLElement>(null);
  const bar = useEdge<HTMLDivElement>("bottom");
  const naming = useSignal<string | null>(null);
  const mine = useSignal(false);
  // The buttons keep their order and their names while this idea is asked about; new groups come last.
  const first = useRef<readonly Cluster[] | null>(null);
  const groups = useComputed(() => {
    const now = state.clusters.value;
    first.current ??= now;
    const known = new Set(first.current.map((cluster) => cluster.id));
    return [...first.current, ...now.filter((cluster) => !known.has(cluster.id))];
  }).value;
  useLayoutEffect(() => card.current?.focus({ preventScroll: true }), []);
  if (!idea) return null;
  const put = (cluster: string) => {
    mine.value = true;
    void moveTo(wall, [id], cluster, "drag");
    next();
  };
  const make = () => {
    mine.value = true;
    void groupTogether(wall, [id], "drag", trimmed(naming.peek() ?? ""));
    next();
  };
  const taken = idea.cluster !== null && !mine.value;
  return (
    <>
      <article ref={card} class="card one" data-idea={id} tabIndex={-1}>
        {idea.number === null ? null : (
          <span class="number" translate={false}>
            {idea.number}
          </span>
        )}
        <p class="text" dir="auto">
          {idea.text ?? say("group-hidden")}
        </p>
      </article>
      <p class="taken" aria-live="polite">
        {taken ? say("group-elsewhere", { group: nameOf(wall, idea.cluster) }) : ""}
      </p>
      <ul class="big-groups">
        {groups.map((cluster) => (
          <li key={cluster.id}>
            <button
              type="button"
              data-tint={tintOf(cluster.letter)}
              disabled={!state.cluster(cluster.id).value}
              onClick={() => put(cluster.id)}
            >
              <span class="letter" translate={false} aria-hidden="true">
                {cluster.letter}
              </span>
              <span dir="auto">{cluster.name || say("group-lettered", { letter: cluster.letter })}</span>
            </button>
          </li>
        ))}
      </ul>
      <div ref={bar} class="sort-actions">
        {naming.value === null ? (
          <>
            <Button
              size="l"
              onClick={() => {
                naming.value = "";
              }}
            >
              <Icon name="plus" /> {say("group-new")}
            </Button>
            <Button size="l" look={taken ? "ink" : "plain"} onClick={next}>
              {taken ? say("group-next-idea") : say("group-skip")}
            </Button>
          </>
        ) : (
          <NewName
            name={naming.value}
            type={(text) => (naming.value = text)}
            make={make}
            leave={() => (naming.value = null)}
          />
        )}
      </div>
    </>
  );
}

interface NewNameProps {
  name: string;
  type: (text: string) => void;
  make: () => void;
  leave: () => void;
}

function NewName({ name, type, make, leave }: NewNameProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const over = length(name) - LIMITS.groupName;
  return (
    <>
      <input
        ref={field}
        type="text"
        dir="auto"
        enterKeyHint="done"
        aria-invalid={over > 0 ? "true" : undefined}
        aria-label={say("group-name-label")}
        placeholder={say("group-unnamed")}
        value={name}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (composing(event)) return;
          if (event.key === "Enter" && over <= 0) make();
          if (event.key === "Escape") leave();
        }}
      />
      <Button look="ink" disabled={over > 0} onClick={make}>
        {over > 0 ? say("group-name-too-long", { over }) : say("group-new")}
      </Button>
      <Button look="plain" icon="close" aria-label={say("group-back")} onClick={leave} />
    </>
  );
}
