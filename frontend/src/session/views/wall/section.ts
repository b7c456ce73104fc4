/** One place of the formatted text. */

/**
 * The HTML under the nth heading of these words, from 0, with everything below it of lower rank; without the heading,
 * after which the others rank. Null when there is no such heading.
 */
export function chapterOf(html: string, heading: string, nth: number): string | null {
  const all = document.createElement("template");
  all.innerHTML = html;
  const sections = [...all.content.querySelectorAll<HTMLElement>("section[data-heading]")];
  const own = sections.filter((section) => section.dataset.heading === heading)[nth];
  if (!own) return null;
  const rank = rankOf(own);
  const rest = sections.slice(sections.indexOf(own) + 1);
  const end = rest.findIndex((section) => rankOf(section) <= rank);
  own.firstElementChild?.remove();
  const below = rest.slice(0, end < 0 ? rest.length : end);
  for (const section of below) {
    const lifted = document.createElement(`h${rankOf(section) - rank + 1}`);
    lifted.append(...(section.firstElementChild?.childNodes ?? []));
    section.firstElementChild?.replaceWith(lifted);
  }
  return [own, ...below].map((section) => section.innerHTML).join("");
}

/** 2 to 6, the less the higher; the text has no heading of rank 1 on a page. */
const rankOf = (section: HTMLElement): number => Number(section.firstElementChild?.tagName.slice(1));

/** The HTML under a heading, without the heading; before the first one for null. */
export function sectionOf(html: string, heading: string | null): string {
  const all = document.createElement("template");
  all.innerHTML = html;
  const sections = [...all.content.querySelectorAll<HTMLElement>("section[data-heading]")];
  if (heading === null) {
    for (const section of sections) section.remove();
    return all.innerHTML;
  }
  const found = sections.find((section) => section.dataset.heading === heading);
  if (found && /^H[1-6]$/.test(found.firstElementChild?.tagName ?? "")) found.firstElementChild?.remove();
  return found?.innerHTML ?? "";
}
