/** Display order as fractional indexes, the twin of `board/canvas/rank.py`: digits compared by code unit, never ending in "0". */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LONGEST = 64;

/**
 * A rank strictly between two, either of which may be missing. Null when there is none (equal neighbours, or longer
 * than the server takes): then the command goes out without a rank and the server puts the thing last.
 */
export function between(low: string | null, high: string | null): string | null {
  if (low !== null && high !== null && low >= high) return null;
  const rank = high === null ? after(low ?? "") : middle(low ?? "", high);
  return rank.length <= LONGEST && (low === null || rank > low) && (high === null || rank < high) ? rank : null;
}

function after(low: string): string {
  for (let at = 0; at < low.length; at++) {
    const digit = DIGITS.indexOf(low.charAt(at));
    if (digit < DIGITS.length - 1) return low.slice(0, at) + DIGITS.charAt(digit + 1);
  }
  return `${low}V`;
}

function middle(low: string, high: string): string {
  if (high) {
    let same = 0;
    while (same < high.length && (low.charAt(same) || "0") === high.charAt(same)) same++;
    if (same > 0) return high.slice(0, same) + middle(low.slice(same), high.slice(same));
  }
  const first = low ? DIGITS.indexOf(low.charAt(0)) : 0;
  const last = high ? DIGITS.indexOf(high.charAt(0)) : DIGITS.length;
  if (last - first > 1) return DIGITS.charAt(Math.floor((first + last) / 2));
  if (high.length > 1) return high.charAt(0);
  return DIGITS.charAt(first) + middle(low.slice(1), "");
}
