import type { ComponentChildren } from "preact";
import "./empty.css";

/** Says what will stand here and what to do about it, in place of nothing. */
export function Empty({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="title">{title}</p>
      {children}
    </div>
  );
}
