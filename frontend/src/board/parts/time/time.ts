/** How a number of seconds looks on a clock, and when a clock starts to matter. */

/** "5:48", "1:02:03"; overtime as "+0:12". */
export function face(seconds: number): string {
  const all = Math.abs(seconds);
  const h = Math.floor(all / 3600);
  const m = Math.floor((all % 3600) / 60);
  const s = String(all % 60).padStart(2, "0");
  const text = h > 0 ? `${h}:${String(m).padStart(2, "0")}:${s}` : `${m}:${s}`;
  return seconds < 0 ? `+${text}` : text;
}

/** The share of the time that is left, 0 to 1: the bar along the top edge. */
export function share(remaining: number | null, length: number | null): number {
  if (remaining === null || !length) {
    return 0;
  }
  return Math.max(0, Math.min(1, remaining / length));
}

/** Ink until a fifth of the time is left, then the signal; quiet once it is over. */
export function mood(remaining: number | null, length: number | null): "none" | "calm" | "last" | "over" {
  if (remaining === null) {
    return "none";
  }
  if (remaining <= 0) {
    return "over";
  }
  return length && remaining <= length * 0.2 ? "last" : "calm";
}

/** Two thirds of the time have gone and some is left: the second wave. */
export function secondWave(remaining: number | null, length: number | null): boolean {
  return remaining !== null && !!length && remaining > 0 && remaining <= length / 3;
}

/** When the clock sounds: the mark in seconds that passed between two looks, or null. */
export function heard(before: number | null, now: number | null): number | null {
  if (before === null || now === null || now >= before) {
    return null;
  }
  return [300, 60, 10, 0].find((mark) => before > mark && now <= mark && now > mark - 5) ?? null;
}
