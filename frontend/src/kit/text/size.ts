/** How much room a text takes. Lengths are in Unicode code points. */

/** The size class of a text: a long one is set smaller, so that it can be read at a glance. */
export function textSize(text: string, long: number, veryLong = Number.POSITIVE_INFINITY): "" | "long" | "very-long" {
  const length = [...text].length;
  return length > veryLong ? "very-long" : length > long ? "long" : "";
}

/** Cuts a text of more than `most` characters and ends it with an ellipsis. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most
    ? `${characters
        .slice(0, most - 2)
        .join("")
        .trimEnd()}…`
    : text;
}
