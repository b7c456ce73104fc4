/** What the last session alone left open: one line under the field, and one press that starts with it. */

import type { Words } from "./news";

/** Code points of the text that the line has room for. */
const ROOM = 48;

export function offerLeft(
  page: Document,
  left: { readonly take: string; readonly text: string } | null,
  words: Words,
): void {
  const hint = page.querySelector<HTMLElement>("#individual-hint");
  page.querySelector(".left-over")?.remove();
  if (hint) hint.hidden = left !== null;
  if (!left || !hint) return;
  const line = page.createElement("p");
  line.className = "small left-over for-individual";
  const text = page.createElement("span");
  text.dir = "auto";
  text.textContent = (words["left-text"] ?? "").replace("{text}", () => short(left.text));
  const press = page.createElement("button");
  press.className = "link";
  press.name = "take";
  press.value = left.take;
  press.textContent = words["left-take"] ?? "";
  line.append(text, " ", press);
  // It takes the place of what is known by now.
  hint.after(line);
}

function short(text: string): string {
  const points = [...text.replace(/\s+/g, " ")];
  return points.length <= ROOM
    ? points.join("")
    : `${points
        .slice(0, ROOM - 1)
        .join("")
        .trimEnd()}…`;
}
