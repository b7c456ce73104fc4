import type { ComponentChildren } from "preact";
import "./empty.css";

/** In place of an empty list: what will be here, and what to do about it. */
export function Empty({ title, children }: { title: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="title">{title}</p>
      {children}
    </div>
  );
}
