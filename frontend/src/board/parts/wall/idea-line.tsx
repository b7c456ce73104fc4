import { tintOf } from "../../../kit/tint";
import "./idea-line.css";

/** More marks than this cannot be told apart. */
const MOST = 250;

export interface Mark {
  readonly id: string;
  readonly look: "read" | "here" | "ahead" | "loose" | "grouped";
  /** The letter of its group. */
  readonly letter?: string | null;
}

/** One mark an idea, under the ideas; the sentence below says the same in words. */
export function IdeaLine({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0 || marks.length > MOST) return <hr />;
  return (
    <div class={marks.length > 90 ? "wall-marks tight" : "wall-marks"} aria-hidden="true">
      {marks.map(({ id, look, letter }) => (
        <i key={id} class={look} data-tint={letter ? tintOf(letter) : undefined} />
      ))}
    </div>
  );
}
