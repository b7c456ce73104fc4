import type { ComponentChildren } from "preact";

/** One part of the page: what it is about in the margin, the rest in the column. */
export function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="part">
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
