/** The tint that belongs to a letter, the same everywhere: A is 1, H is 8, I is 1 again. */
export function tintOf(letter: string): number {
  let at = 0;
  for (const char of letter.toUpperCase()) at = at * 26 + (char.charCodeAt(0) - 64);
  return ((((at - 1) % 8) + 8) % 8) + 1;
}
