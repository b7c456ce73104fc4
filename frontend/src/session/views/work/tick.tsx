/** The board's empty dot; met, it is full with the tick cut out. A sheet draws it by the class `met` around it. */
export function Tick() {
  return (
    <svg class="tick" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <circle cx="11" cy="11" r="9.75" />
      <path d="M6.75 11.5l3 3 5.5-6.5" pathLength="1" />
    </svg>
  );
}
