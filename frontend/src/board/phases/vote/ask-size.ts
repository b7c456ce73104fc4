/** The class of a headline: large when it is short, readable in one look when it is long. */
export function askSize(text: string): string {
  const length = [...text].length;
  return length > 220 ? "ask very-long" : length > 90 ? "ask long" : "ask";
}
