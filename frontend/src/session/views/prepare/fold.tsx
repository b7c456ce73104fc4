import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { usePhone } from "../../../kit/page/use-phone";

export interface FoldProps {
  readonly title: string;
  /** On a phone: what is in it. */
  readonly sum: string;
  readonly class: string;
  /** On a phone it is open at first. */
  readonly open?: boolean;
  /** Where there is room, what follows says by itself what it is. */
  readonly quiet?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the plan that can stay as it is. A phone shows it folded, under its title. */
export function Fold({ title, sum, class: name, open, quiet, children }: FoldProps) {
  const narrow = usePhone();
  const id = useId();
  if (narrow) {
    return (
      <details class={`plan-fold ${name}`} open={open ?? false}>
        <summary>
          <h2>{title}</h2> <span>{sum}</span>
        </summary>
        <div class="plan-part">{children}</div>
      </details>
    );
  }
  return (
    <section class={`plan-part ${name}`} aria-labelledby={id}>
      <h2 class={quiet ? "visually-hidden" : "plan-label"} id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
