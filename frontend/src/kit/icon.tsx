/** The few pictures of the interface, drawn on one 24-unit grid with one stroke. They never stand alone: a word is beside or behind them. */
const paths = {
  check: "M4.5 12.5l5 5 10-11",
  plus: "M12 5v14M5 12h14",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  down: "M6 9.5l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  undo: "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3",
  back: "M11 5l-7 7 7 7M4 12h16",
  next: "M13 5l7 7-7 7M20 12H4",
  edit: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19 4 20zM13.5 7l3.5 3.5",
  withdraw: "M5 7h14M9.5 7V4.5h5V7M7 7l1 12.5h8L17 7",
  hide: "M4 4l16 16M9.9 5.6A10 10 0 0 1 12 5.4c5 0 8.5 4.2 9.5 6.6a13 13 0 0 1-3 4.1M6.3 7.3A13.5 13.5 0 0 0 2.5 12c1 2.4 4.5 6.6 9.5 6.6a10 10 0 0 0 4.3-1M10 10a3 3 0 0 0 4.2 4.2",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5",
  share: "M12 15V4M8 7.5L12 3.5l4 4M5 12v8h14v-8",
  screen: "M3.5 5h17v11h-17zM9 20h6M12 16v4",
  clock: "M12 21a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 8v5l3 2",
  pause: "M8.5 5v14M15.5 5v14",
  play: "M7 4.5l12 7.5-12 7.5z",
  stop: "M6 6h12v12H6z",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  unlock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2",
  shield: "M12 3.5l7.5 2.8v5.2c0 4.5-3 7.8-7.5 9.5-4.5-1.7-7.5-5-7.5-9.5V6.3z",
  offline: "M4 4l16 16M8.5 8.2A9 9 0 0 0 3.5 11M12 7c3.4 0 6.4 1.5 8.5 4M7 14.5a7 7 0 0 1 4-1.9M12 18.5h.01",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M13 4.5v5M11 14.5v5",
  save: "M12 4v11M8 11.5l4 4 4-4M5 20h14",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
