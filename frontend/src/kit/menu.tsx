import type { ComponentChildren } from "preact";
import type { ButtonProps } from "./button";
import { Icon, type IconName } from "./icon";
import { Popover } from "./popover";

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  icon?: IconName;
  /** A choice among the items: announced and drawn with a tick. */
  checked?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

export interface MenuProps {
  button: ButtonProps;
  /** The name of the menu, when the button's own words do not say it. */
  label?: string;
  /** One sentence above the items. */
  note?: ComponentChildren;
  items: readonly MenuItem[];
}

/** Where the focus goes from item `at` by a key; letters find by the beginning of the words. */
export function step(key: string, at: number, words: readonly string[]): number | null {
  const last = words.length - 1;
  const moves: Record<string, number> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const move = moves[key];
  if (move !== undefined) {
    return move;
  }
  if ([...key].length !== 1 || key === " ") {
    return null;
  }
  const starts = (word: string) => word.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
  const after = words.findIndex((word, index) => index > at && starts(word));
  const found = after >= 0 ? after : words.findIndex(starts);
  return found >= 0 ? found : null;
}

function rows(panel: HTMLElement): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>("[role^=menuitem]")];
}

function Row({ item, onPress }: { item: MenuItem; onPress: () => void }) {
  const how =
    item.checked === undefined
      ? ({ role: "menuitem" } as const)
      : ({ role: "menuitemradio", "aria-checked": item.checked ? "true" : "false" } as const);
  return (
    <button
      type="button"
      class="menu-item"
      {...how}
      aria-disabled={item.disabled ? "true" : undefined}
      tabIndex={-1}
      onClick={item.disabled ? undefined : onPress}
    >
      {item.icon ? <Icon name={item.icon} /> : null}
      <span class="words">
        {item.label}
        {item.hint ? <small>{item.hint}</small> : null}
      </span>
      {item.checked ? <Icon name="check" /> : null}
    </button>
  );
}

/** A button with a list of actions. Arrow keys, Home, End and first letters move; Enter chooses; Esc and Tab leave. */
export function Menu({ button, label, note, items }: MenuProps) {
  const onKeyDown = (event: KeyboardEvent, close: () => void) => {
    const all = rows(event.currentTarget as HTMLElement);
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Tab") {
      event.preventDefault();
      close();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const to = step(
      event.key,
      at,
      all.map((row) => row.textContent ?? ""),
    );
    if (to !== null) {
      event.preventDefault();
      all[to]?.focus();
    }
  };
  return (
    <Popover
      button={button}
      kind="menu"
      onOpen={(panel) => (rows(panel).find((row) => row.ariaChecked === "true") ?? rows(panel)[0])?.focus()}
    >
      {(close) => (
        <>
          {note ? <p class="menu-note">{note}</p> : null}
          <div role="menu" tabIndex={-1} aria-label={label} onKeyDown={(event) => onKeyDown(event, close)}>
            {items.map((item) => (
              <Row
                key={item.key}
                item={item}
                onPress={() => {
                  close();
                  item.onSelect();
                }}
              />
            ))}
          </div>
        </>
      )}
    </Popover>
  );
}
