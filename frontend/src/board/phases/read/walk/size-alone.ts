import { length } from "../../../../kit/text/rules";

/** The size class of a text that stands alone on the page, or beside others of its kind. */
export function sizeAlone(text: string, beside = 1): string {
  const characters = length(text);
  if (characters <= 140 * beside) return "short";
  if (characters <= 280 * beside) return "medium";
  return characters <= 560 * beside ? "long" : "very-long";
}
