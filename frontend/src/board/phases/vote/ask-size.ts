import { textSize } from "../../../kit/text/size";

/** The classes of the criterion as a headline. */
export function askSize(text: string): string {
  return `ask ${textSize(text, 90, 220)}`.trimEnd();
}
