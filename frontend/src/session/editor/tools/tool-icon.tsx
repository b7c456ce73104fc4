import { Icon } from "../../../kit/icon";
import type { Format } from "../formats/format";

/** Drawn like those of `kit/icon.tsx`, which boards load too. */
const PATHS: Readonly<Record<Exclude<Format, "link">, string>> = {
  heading: "M7 5v14M17 5v14M7 12h10",
  bold: "M7.5 5H13a3.4 3.4 0 0 1 0 6.8H7.5zM7.5 11.8h6.3a3.6 3.6 0 0 1 0 7.2H7.5z",
  italic: "M10 5h7M7 19h7M14 5l-4 14",
  list: "M9.5 6.5h10M9.5 12h10M9.5 17.5h10M5 6.5h.01M5 12h.01M5 17.5h.01",
  checklist: "M5 5h14v14H5zM8.5 12l2.5 2.5 4.5-5",
  quote: "M5 6v12M9.5 8h10M9.5 12h10M9.5 16h6",
};

/** The picture of a format. */
export function ToolIcon({ format }: { readonly format: Format }) {
  if (format === "link") return <Icon name="link" />;
  return (
    <svg class="icon" viewBox="0 0 24 24" width={20} height={20} aria-hidden="true" focusable="false">
      <path d={PATHS[format]} />
    </svg>
  );
}
