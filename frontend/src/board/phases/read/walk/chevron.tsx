/** To the idea before or after, in the reading direction of the page. */
export function Chevron({ to }: { to: "before" | "after" }) {
  return (
    <svg class={`icon chevron ${to}`} viewBox="0 0 24 24" width={20} height={20} aria-hidden="true" focusable="false">
      <path d={to === "before" ? "M15 5l-7 7 7 7" : "M9 5l7 7-7 7"} />
    </svg>
  );
}
