/** A group keeps one tint in all phases. It comes from its letter, which never changes: A is 1, H is 8, I is 1 again. */
export function tintOf(letter: string): number {
  let at = 0;
  for (const char of letter.toUpperCase()) at = at * 26 + (char.charCodeAt(0) - 64);
  return ((((at - 1) % 8) + 8) % 8) + 1;
}
