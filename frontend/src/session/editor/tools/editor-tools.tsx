/** The seven buttons of the editor. One of them is in the order of Tab; arrow keys reach the others. */

import { useRef, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { FORMATS, type Format, KEYS } from "../formats/format";
import type { Editor } from "../types";
import { ariaKeys, isApple, keysInWords } from "./shortcut";
import { ToolIcon } from "./tool-icon";

export function EditorTools({ editor }: { readonly editor: Editor }) {
  const bar = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<Format>(FORMATS[0]);
  const apple = isApple();
  const move = (event: KeyboardEvent): void => {
    const to = target(FORMATS.indexOf(reached), event.key, getComputedStyle(event.currentTarget as Element).direction);
    const format = to === null ? undefined : FORMATS[to];
    if (!format) return;
    event.preventDefault();
    setReached(format);
    bar.current?.querySelectorAll<HTMLElement>("button")[to ?? 0]?.focus();
  };
  return (
    <div ref={bar} class="editor-tools" role="toolbar" aria-label={say("editor-tools")} onKeyDown={move}>
      {FORMATS.map((format) => {
        const words = say(`editor-${format}`);
        return (
          <Button
            key={format}
            look="plain"
            class="bare"
            aria-label={words}
            aria-pressed={editor.formats.value.has(format) ? "true" : "false"}
            aria-keyshortcuts={ariaKeys(KEYS[format], apple)}
            title={say("editor-with-keys", { what: words, keys: keysInWords(KEYS[format], apple) })}
            tabIndex={format === reached ? 0 : -1}
            onFocus={() => setReached(format)}
            // The focus and the keyboard of a phone stay with the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => editor.toggle(format)}
          >
            <ToolIcon format={format} />
          </Button>
        );
      })}
    </div>
  );
}

/** The index of the button that a key leads to. */
function target(at: number, key: string, direction: string): number | null {
  const step = direction === "rtl" ? -1 : 1;
  const most = FORMATS.length;
  if (key === "ArrowRight") return (at + step + most) % most;
  if (key === "ArrowLeft") return (at - step + most) % most;
  return key === "Home" ? 0 : key === "End" ? most - 1 : null;
}
