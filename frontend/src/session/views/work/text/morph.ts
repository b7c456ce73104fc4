/** Puts a new fragment of HTML in place of an old one, and leaves alone what is the same: selections stay where they are. */

export function morph(into: Element, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  swap(into, template.content);
}

function swap(into: Element, from: Node & ParentNode): void {
  const next = [...from.childNodes];
  const old = [...into.childNodes];
  let start = 0;
  while (start < old.length && start < next.length && old[start]?.isEqualNode(next[start] ?? null)) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < next.length - start &&
    old[old.length - 1 - end]?.isEqualNode(next[next.length - 1 - end] ?? null)
  ) {
    end += 1;
  }
  const [was, is] = [old.slice(start, old.length - end), next.slice(start, next.length - end)];
  const [one, other] = [was[0], is[0]];
  // One part changed inside: a section, a paragraph of it.
  if (was.length === 1 && is.length === 1 && one instanceof Element && other instanceof Element && alike(one, other)) {
    swap(one, other);
    return;
  }
  const anchor = old[old.length - end] ?? null;
  for (const node of was) node.remove();
  for (const node of is) into.insertBefore(node, anchor);
}

/** The same element, whatever stands in it. */
function alike(one: Element, other: Element): boolean {
  return one.tagName === "SECTION" && one.cloneNode(false).isEqualNode(other.cloneNode(false));
}
