/** One place of the formatted text. */

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
