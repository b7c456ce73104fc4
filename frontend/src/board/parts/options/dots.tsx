import "./dots.css";

/** `n` filled dots, of `of` when some are still empty. The number is always said in words beside it or in `label`. */
export function Dots({ n, of = n, label }: { n: number; of?: number; label?: string }) {
  const every = Array.from({ length: Math.max(n, of) }, (_, at) => <i key={at} class={at < n ? "on" : ""} />);
  return label ? (
    <span class="dots" role="img" aria-label={label}>
      {every}
    </span>
  ) : (
    <span class="dots" aria-hidden="true">
      {every}
    </span>
  );
}

/** The one mark of the bold pick, "Worth the risk": a four-pointed star, outlined until it is given. */
export function BoldMark({ on = true, size = 20 }: { on?: boolean; size?: number }) {
  return (
    <svg class={on ? "bold-mark on" : "bold-mark"} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d="M12 2.2l2.7 7.1 7.1 2.7-7.1 2.7-2.7 7.1-2.7-7.1-7.1-2.7 7.1-2.700z" />
    </svg>
  );
}
