import { type ReadonlySignal, useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Icon } from "../../../../kit/icon";
import { lazy } from "../../../../kit/lazy";
import { tintOf } from "../../../../kit/tint";
import { say } from "../../../../words/say";
import { asked, matches } from "../find/find";
import { askGroup } from "../menu/ask";
import { Cards } from "./cards";
import { useWall } from "./use-wall";
import { Waiting } from "./waiting";
import type { Wall } from "./wall";
import "./cluster.css";
import "./group-head.css";

/** Loaded with the menus, after the cards. */
const NameField = lazy(async () => (await import("../names/name-field")).NameField);

/** A guess that is off by less than one part in so many is good enough. */
const ROUGH = 4;

/** A group with its first `most` cards. It wakes up for itself only: a card that comes or goes is its list's business. */
export function ClusterBox({ id, most }: { id: string; most: number }) {
  const wall = useWall();
  const entry = wall.entry(id).value;
  const empty = useComputed(() => wall.box(id).value.length === 0);
  const size = useRoughSize(wall, id);
  const folded = useComputed(() => wall.closed(id));
  const missed = useComputed(() => {
    const found = wall.found.value;
    return found !== null && !wall.box(id).value.some((idea) => found.has(idea));
  });
  if (!entry) return null;
  const label = entry.name || say("group-lettered", { letter: entry.letter });
  const open = !folded.value;
  return (
    <section
      class={open ? "group-box" : "group-box folded"}
      data-cluster={id}
      style={{ "--ideas": String(open ? size.value : 0) }}
      data-missed={missed.value ? "" : undefined}
      data-tint={tintOf(entry.letter)}
      aria-label={label}
    >
      <Head id={id} name={entry.name} letter={entry.letter} />
      {open && empty.value ? <Hollow id={id} /> : null}
      {open ? <Cards box={id} label={label} most={most} /> : null}
      <Waiting box={id} />
    </section>
  );
}

/** In place of cards: the group is empty, or its ideas still stand in a box that is held. */
function Hollow({ id }: { id: string }) {
  const wall = useWall();
  const coming = wall.coming(id).value;
  if (coming === 0) return <p class="hollow">{say("group-empty")}</p>;
  return (
    <p class="hollow">
      {say("group-coming", { count: coming })}{" "}
      <button type="button" onClick={() => wall.letGo()}>
        {say("group-show-coming", { count: coming })}
      </button>
    </p>
  );
}

/**
 * About how many ideas lie in a group. Its height is guessed from that while it is out of sight: were it told of each
 * card that comes or goes there, the page would be laid out for what nobody sees.
 */
function useRoughSize(wall: Wall, id: string): ReadonlySignal<number> {
  const told = useRef(0);
  return useComputed(() => {
    const now = wall.box(id).value.length;
    if (Math.abs(now - told.current) > told.current / ROUGH) told.current = now;
    return told.current;
  });
}

function Head({ id, name, letter }: { id: string; name: string; letter: string }) {
  const wall = useWall();
  const query = asked(wall.sought.value);
  const label = name || say("group-lettered", { letter });
  const folded = wall.closed(id);
  const editing = wall.renaming.value === id && wall.free.value;
  return (
    <header class="group-head" data-hit={query && name && matches(query, name) ? "" : undefined}>
      <span class="letter" translate={false} aria-hidden="true">
        {letter}
      </span>
      {editing ? (
        <NameField id={id} name={name} />
      ) : (
        <h2 class={name ? "name" : "name unnamed"} dir="auto">
          {wall.free.value ? (
            <button
              type="button"
              data-name
              onClick={() => {
                wall.renaming.value = id;
              }}
              onKeyDown={(event) => {
                if (event.key === "F2") wall.renaming.value = id;
              }}
            >
              <span>{name || say("group-unnamed")}</span>
            </button>
          ) : (
            <span>{name || say("group-lettered", { letter })}</span>
          )}
        </h2>
      )}
      <Total id={id} label={label} folded={folded} />
      {wall.free.value ? (
        <button
          type="button"
          class="more-of-group"
          aria-haspopup="dialog"
          aria-label={say("group-menu", { group: label })}
          onClick={(event) => askGroup(wall, id, event.currentTarget)}
        >
          <Icon name="more" />
        </button>
      ) : null}
    </header>
  );
}

/** What changes with every card that comes or goes. */
function Total({ id, label, folded }: { id: string; label: string; folded: boolean }) {
  const wall = useWall();
  // Of the same moment as the cards, which may be held back.
  const total = wall.count(id).value;
  return folded ? (
    <button
      type="button"
      class="count"
      aria-label={say("group-unfold", { group: label, ...total })}
      onClick={() => wall.turn(id)}
    >
      {total.shown}
      <Icon name="down" size={16} />
    </button>
  ) : (
    <span class="count">
      {total.shown}
      <span class="visually-hidden"> {say("group-counted-rest", { ...total })}</span>
    </span>
  );
}
