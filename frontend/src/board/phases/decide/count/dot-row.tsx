import { dotSize, fives } from "../shortlist";
import "./dot-row.css";

/** Real dots, in fives. The number stands beside them; screen readers get the number alone. */
export function DotRow({ n, most, hollow = false }: { n: number; most: number; hollow?: boolean }) {
  return (
    <span class={`dot-row ${dotSize(most)}${hollow ? " hollow" : ""}`} aria-hidden="true">
      {fives(n).map((five, at) => (
        <svg key={at} viewBox={`0 0 ${five * 12} 12`} focusable="false" aria-hidden="true">
          {Array.from({ length: five }, (_, dot) => (
            <circle key={dot} cx={dot * 12 + 6} cy={6} r={hollow ? 4 : 5} />
          ))}
        </svg>
      ))}
    </span>
  );
}
