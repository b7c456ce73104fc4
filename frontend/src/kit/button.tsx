import type { ButtonHTMLAttributes } from "preact";
import { Icon, type IconName } from "./icon";
import "./button.css";

export interface ButtonProps extends Omit<ButtonHTMLAttributes, "size" | "icon"> {
  /** `go` is the one primary action, in the signal colour; `ink` a strong one inside a dialog; `quiet` has an outline; `plain` is text. */
  look?: "go" | "ink" | "quiet" | "plain";
  size?: "s" | "m" | "l";
  icon?: IconName | undefined;
  /** A command was sent and not answered yet. The button keeps its width and its focus; pressing again does nothing. */
  busy?: boolean | undefined;
}

/** Every button. It says what happens; an icon-only one gets an `aria-label`. */
export function Button({ look = "quiet", size = "m", icon, busy, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`button ${look} size-${size}${children ? "" : " bare"}${rest.class ? ` ${String(rest.class)}` : ""}`}
      aria-busy={busy ? "true" : undefined}
      onClick={busy ? undefined : onClick}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
