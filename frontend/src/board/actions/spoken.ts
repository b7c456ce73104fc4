/** The number of an idea for a sentence about it. As text, which no language groups by thousands: the card has no comma. */
export function spoken(number: number | null): string {
  return number === null ? "none" : String(number);
}
