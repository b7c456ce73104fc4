import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Icon } from "../../../../kit/icon";
import { composing } from "../../../../kit/text/input";
import { length, trimmed } from "../../../../kit/text/rules";
import { tintOf } from "../../../../kit/tint";
import { LIMITS } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import type { By } from "../by";
import { asked, matches } from "../find/find";
import { useWall } from "../wall/use-wall";
import { placeBeside } from "./beside";
import { type Choice, type Page, steady } from "./menu";
import { pageOf } from "./menus";
import "../../../../kit/popover.css";
import "./picker.css";

/** The one open menu of the wall, in the top layer and outside of all cards: nothing that moves below moves or closes it. */
export function Picker() {
  const wall = useWall();
  const menu = wall.menu.value;
  const page = useMemo(() => (menu ? pageOf(wall, menu) : null), [wall, menu]);
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = panel.current;
    if (!menu) {
      if (box?.matches(":popover-open")) box.hidePopover();
      return;
    }
    if (!box) return;
    if (!box.matches(":popover-open")) box.showPopover();
    box.style.removeProperty("block-size");
    placeBeside(box, menu.anchor);
    // From here on the panel keeps its size, whatever comes into its list.
    box.style.setProperty("block-size", `${box.offsetHeight}px`);
    box.dataset.placed = "";
    // At once: the next key is already meant for it. But a finger that only wants to press a name should not get a
    // keyboard over half of the screen.
    const rows = box.querySelector<HTMLElement>(".rows");
    const field = matchMedia("(pointer: coarse)").matches ? null : box.querySelector("input");
    (field ?? rows)?.focus({ preventScroll: true });
    const follow = (event: Event) => {
      if (!(event.target instanceof Node && box.contains(event.target)) && menu.anchor.isConnected)
        placeBeside(box, menu.anchor);
    };
    window.addEventListener("scroll", follow, { capture: true, passive: true });
    window.addEventListener("resize", follow);
    return () => {
      window.removeEventListener("scroll", follow, { capture: true });
      window.removeEventListener("resize", follow);
    };
  }, [menu]);
  return (
    <div
      ref={panel}
      popover="auto"
      class="popover picker"
      role="dialog"
      aria-label={page?.title}
      onToggle={(event) => {
        if (event.newState !== "closed") return;
        delete event.currentTarget.dataset.placed;
        wall.menu.value = null;
      }}
    >
      {page ? <Rows key={page.title} page={page} /> : null}
    </div>
  );
}

function Rows({ page }: { page: Page }) {
  const wall = useWall();
  const id = useId();
  const text = useSignal("");
  const at = useSignal(0);
  const seen = useRef<readonly Choice[]>([]);
  const body = useRef<HTMLDivElement>(null);
  seen.current = steady(seen.current, page.list(), say("group-choice-gone"));
  const typed = trimmed(text.value);
  const query = asked(typed);
  const found = query ? seen.current.filter((choice) => matches(query, choice.label)) : seen.current;
  const same = found.some((choice) => choice.label === typed);
  const over = length(typed) - LIMITS.groupName;
  const made = typed && page.create && !same && over <= 0 ? [page.create(typed)] : [];
  const foot = page.foot();
  const all = [...found, ...made, ...foot];
  const active = Math.min(at.value, all.length - 1);

  const choose = (choice: Choice | undefined, by: By) => {
    if (!choice || choice.off) return;
    if (!choice.stay) wall.menu.value = null;
    choice.run(by);
  };
  const go = (to: number) => {
    at.value = (to + all.length) % all.length;
    body.current?.querySelector(`[data-at="${at.value}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing(event)) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(active + 1),
      ArrowUp: () => go(active - 1),
      Enter: () => choose(all[active], "keys"),
      Tab: () => {
        wall.menu.value = null;
      },
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const row = (choice: Choice, index: number) => (
    <Row
      key={choice.key}
      id={`${id}-${index}`}
      at={index}
      choice={choice}
      active={index === active}
      onPoint={() => {
        at.value = index;
      }}
      onPress={(event) => choose(choice, event.detail === 0 ? "keys" : "pointer")}
    />
  );
  const chosenRow = all.length ? `${id}-${active}` : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field and of the list, wherever the focus is
    <div ref={body} class="rows" tabIndex={-1} onKeyDown={onKeyDown}>
      <p class="title" dir="auto">
        {page.title}
      </p>
      {page.seek ? (
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list ${id}-foot`}
          aria-activedescendant={chosenRow}
          aria-label={page.seek}
          placeholder={page.seek}
          autoComplete="off"
          dir="auto"
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            at.value = 0;
          }}
        />
      ) : null}
      {page.seek ? (
        <div
          id={`${id}-list`}
          class="scroll"
          role="listbox"
          tabIndex={0}
          aria-label={page.title}
          aria-activedescendant={chosenRow}
        >
          {found.map(row)}
          {made.map((choice, index) => row(choice, found.length + index))}
        </div>
      ) : null}
      {page.seek && found.length + made.length === 0 ? (
        <p class="nothing">
          {!query
            ? page.nothing
            : page.create && over > 0
              ? say("group-name-too-long", { over })
              : say("group-nothing-found")}
        </p>
      ) : null}
      {foot.length > 0 ? (
        <div
          id={`${id}-foot`}
          class="foot"
          role="listbox"
          tabIndex={0}
          aria-label={page.seek ? say("group-menu-else") : page.title}
          aria-activedescendant={chosenRow}
        >
          {foot.map((choice, index) => row(choice, found.length + made.length + index))}
        </div>
      ) : null}
    </div>
  );
}

interface RowProps {
  id: string;
  at: number;
  choice: Choice;
  active: boolean;
  onPoint: () => void;
  onPress: (event: MouseEvent) => void;
}

function Row({ id, at, choice, active, onPoint, onPress }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant names the active row
    <div
      id={id}
      data-at={at}
      data-key={choice.key}
      class={active ? "row active" : "row"}
      role="option"
      aria-selected={active ? "true" : "false"}
      aria-disabled={choice.off ? "true" : undefined}
      onPointerMove={active ? undefined : onPoint}
      onClick={onPress}
    >
      {choice.letter ? (
        <span class="letter" translate={false} data-tint={tintOf(choice.letter)} aria-hidden="true">
          {choice.letter}
        </span>
      ) : choice.icon ? (
        <Icon name={choice.icon} size={18} />
      ) : null}
      <span class="label" dir="auto">
        {choice.label}
      </span>
      {choice.hint ? <small>{choice.hint}</small> : null}
    </div>
  );
}
