/** Makes lists of what stands for them: Word's paragraphs, lists beside their item, and boxes of checklists. */

const LEVEL = /mso-list:[^;]*level(\d)/i;
const NUMBERED = /^\s*[\p{L}\d]{1,4}[.)]/u;

export function shapeLists(body: HTMLElement): void {
  for (const first of [...body.querySelectorAll<HTMLElement>("[data-style*='mso-list' i]")])
    if (first.isConnected && isItem(first)) wordList(first);
  // Google Docs and Word put a list beside the item that it belongs to.
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    const before = list.previousElementSibling;
    if (before?.tagName === "LI") before.append(list);
  }
  for (const list of body.querySelectorAll("div > :is(ul, ol):only-child"))
    if (list.parentElement?.textContent?.trim() === list.textContent?.trim()) list.parentElement?.replaceWith(list);
  for (const box of body.querySelectorAll("p > input[type=checkbox]:first-child")) boxed(box);
  for (const list of body.querySelectorAll("ul, ol")) join(list);
  for (const item of body.querySelectorAll("li")) shapeItem(item);
}

/** A paragraph that begins with a box is an item. */
function boxed(box: Element): void {
  const paragraph = box.parentElement;
  if (!paragraph || paragraph.closest("li") || box.previousSibling?.nodeValue?.trim()) return;
  const list = paragraph.ownerDocument.createElement("ul");
  const item = list.appendChild(paragraph.ownerDocument.createElement("li"));
  item.append(...paragraph.childNodes);
  paragraph.replaceWith(list);
}

/** Notion and Word on the web make a list of each item. */
function join(list: Element): void {
  for (let next = list.nextElementSibling; next?.tagName === list.tagName; next = list.nextElementSibling) {
    const apart = list.nextSibling?.nodeType === Node.TEXT_NODE && list.nextSibling.nodeValue?.trim();
    const count = Number(list.getAttribute("start") ?? 1) + list.childElementCount;
    if (apart || (list.tagName === "OL" && Number(next.getAttribute("start") ?? 1) !== count)) return;
    list.append(...next.children);
    next.remove();
  }
}

const isItem = (element: Element | null): element is HTMLElement =>
  element !== null && /^(P|H[1-6])$/.test(element.tagName) && LEVEL.test(element.getAttribute("data-style") ?? "");

/** Paragraphs that follow each other and say that they are items. */
function wordList(first: HTMLElement): void {
  const { ownerDocument } = first;
  const open: { list: HTMLElement; level: number }[] = [];
  const place = ownerDocument.createElement("div");
  first.before(place);
  for (let next: Element | null = first; isItem(next); next = place.nextElementSibling) {
    const level = Number(LEVEL.exec(next.getAttribute("data-style") ?? "")?.[1] ?? 1);
    const sign = next.querySelector<HTMLElement>(
      "[data-style*='mso-list:Ignore' i], [data-style*='mso-list: Ignore' i]",
    );
    const name = NUMBERED.test(sign?.textContent ?? "") ? "ol" : "ul";
    sign?.remove();
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const inner = open.at(-1);
    if (!inner || inner.level < level) {
      const list = ownerDocument.createElement(name);
      (inner?.list.lastElementChild ?? inner?.list ?? place).append(list);
      open.push({ list, level });
    }
    const item = ownerDocument.createElement("li");
    item.append(...next.childNodes);
    open.at(-1)?.list.append(item);
    next.remove();
  }
  place.replaceWith(...place.childNodes);
}

function shapeItem(item: Element): void {
  const ticked = box(item);
  const paragraphs = [...item.children].filter(({ tagName }) => tagName === "P" || tagName === "DIV");
  // One paragraph is the item itself; more of them stay apart.
  if (paragraphs.length === 1) paragraphs[0]?.replaceWith(...(paragraphs[0]?.childNodes ?? []));
  if (ticked !== null) item.setAttribute("data-box", ticked ? "x" : " ");
}

/** Whether the item's box is ticked; null if it has none. */
function box(item: Element): boolean | null {
  if (item.getAttribute("role") === "checkbox") return item.getAttribute("aria-checked") === "true";
  const found = item.querySelector("input[type=checkbox], .checkbox");
  if (!found || found.closest("li") !== item) return null;
  const ticked = found.hasAttribute("checked") || found.classList.contains("checkbox-on");
  found.remove();
  return ticked;
}
