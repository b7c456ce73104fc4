import type { ComponentChildren, RefObject } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, type ButtonProps } from "./button";
import { place } from "./place";
import "./popover.css";

export interface PopoverProps {
  /** The button that opens it: any prop of `Button`, the words as `children`. */
  button: ButtonProps;
  /** What the button opens, for assistive technology. */
  kind?: "menu" | "dialog" | "listbox";
  /** Gets `close`, which gives the focus back to the button. */
  children: (close: () => void) => ComponentChildren;
  class?: string;
  onOpen?: (panel: HTMLElement) => void;
  buttonRef?: RefObject<HTMLButtonElement | null>;
}

/** A panel that hangs on its button, in the top layer: what moves on the page neither moves nor closes it. A sheet on phones. */
export function Popover({ button, kind = "dialog", children, class: name = "", onOpen, buttonRef }: PopoverProps) {
  const own = useRef<HTMLButtonElement>(null);
  const trigger = buttonRef ?? own;
  const panel = useRef<HTMLDivElement>(null);
  /** How often it was opened since it was last seen closed: opened again at once, it is placed and entered again. */
  const [open, setOpen] = useState(0);
  const id = useId();
  useLayoutEffect(() => {
    const box = panel.current;
    if (!open || !box) {
      return;
    }
    const follow = () => trigger.current && place(box, trigger.current);
    const frame = requestAnimationFrame(() => {
      follow();
      box.dataset.placed = "";
      onOpen?.(box);
    });
    window.addEventListener("resize", follow);
    window.addEventListener("scroll", follow, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      delete box.dataset.placed;
      window.removeEventListener("resize", follow);
      window.removeEventListener("scroll", follow);
    };
  }, [open]);
  return (
    <>
      <Button
        {...button}
        ref={trigger}
        aria-haspopup={kind}
        aria-expanded={open ? "true" : "false"}
        popovertarget={id}
      />
      <div
        ref={panel}
        id={id}
        popover="auto"
        class={`popover ${name}`}
        onBeforeToggle={(event) => {
          if (event.newState === "open") {
            setOpen((before) => before + 1);
          }
        }}
        onToggle={(event) => {
          // Only now: a panel emptied before it is hidden would lose the focus that goes back to its button.
          if (event.newState === "closed" && !event.currentTarget.matches(":popover-open")) {
            setOpen(0);
          }
        }}
      >
        {open ? children(() => panel.current?.hidePopover()) : null}
      </div>
    </>
  );
}
