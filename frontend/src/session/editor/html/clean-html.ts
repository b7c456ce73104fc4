/**
 * Makes plain HTML of what Word, Google Docs, Notion and web pages put on the clipboard: structure becomes elements, and
 * what cannot stand in the text goes.
 */

import { shapeLists } from "./lists";
import { shapeTables } from "./tables";

const GONE =
  "script, style, noscript, template, iframe, frame, object, embed, svg, math, canvas, video, audio, img, picture, map, " +
  "meta, link, title, base, button, select, textarea, input:not([type=checkbox]), br.Apple-interchange-newline, " +
  "[hidden], [data-style*='display:none' i], [data-style*='display: none' i], [data-style*='mso-hide:all' i]";
const BLOCKS =
  "address, article, aside, blockquote, div, dl, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, ul";
const WHOLE = /^(https?:\/\/|mailto:)/i;

export function cleanHtml(body: HTMLElement): void {
  dropComments(body);
  // The numbers of Word's lists stand beside comments, so lists come before other elements go.
  shapeLists(body);
  for (const one of body.querySelectorAll(GONE)) one.remove();
  for (const one of body.querySelectorAll<HTMLElement>("p, div")) shapeHeading(one);
  for (const one of body.querySelectorAll<HTMLElement>("[data-style]")) shapeStyle(one);
  for (const one of body.querySelectorAll("b, strong, i, em, s, del, strike, a, code"))
    if (one.querySelector(BLOCKS)) unwrap(one);
  for (const one of body.querySelectorAll(":is(h1, h2, h3, h4, h5, h6) :is(b, strong)")) unwrap(one);
  for (const one of body.querySelectorAll("a")) shapeLink(one);
  for (const one of body.querySelectorAll("pre")) shapeCode(one);
  shapeTables(body);
  plainSpaces(body);
}

/** Puts what is in an element in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** An element of another name with the same content. */
export function renamed(element: Element, name: string): HTMLElement {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function dropComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const one of found) one.parentNode?.removeChild(one);
}

/** Word names headings by role or class where it has no elements for them. */
function shapeHeading(element: HTMLElement): void {
  const level = Number(element.getAttribute("aria-level"));
  const role = element.getAttribute("role") === "heading";
  if (role) renamed(element, `h${Math.min(Math.max(level || 2, 1), 6)}`);
  else if (element.classList.contains("MsoTitle")) renamed(element, "h1");
}

/** What a style says becomes an element: Google Docs has bold and italic spans, and a bold element that is not bold. */
function shapeStyle(element: HTMLElement): void {
  const style = (element.getAttribute("data-style") ?? "").toLowerCase().replace(/\s/g, "");
  const names: string[] = [];
  const weight = /(?:^|;)font-weight:(\w+)/.exec(style)?.[1] ?? "";
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight) && !element.closest("b, strong")) names.push("strong");
  if (/(?:^|;)font-style:(?:italic|oblique)/.test(style) && !element.closest("i, em")) names.push("em");
  if (/(?:^|;)text-decoration(?:-line)?:[^;]*line-through/.test(style) && !element.closest("s, del, strike"))
    names.push("s");
  if (element.matches("span, font"))
    for (const name of names) {
      const made = element.ownerDocument.createElement(name);
      made.append(...element.childNodes);
      element.append(made);
    }
  if (element.matches("b, strong") && /^(?:normal|[1-4]00)$/.test(weight)) unwrap(element);
  else if (element.matches("i, em") && /(?:^|;)font-style:normal/.test(style)) unwrap(element);
}

/** A link leads to the web or to mail, or it is its words. */
function shapeLink(link: HTMLAnchorElement): void {
  const address = link.getAttribute("href")?.trim() ?? "";
  link.removeAttribute("title");
  if (!WHOLE.test(address) || link.textContent?.trim() === "") unwrap(link);
  else link.setAttribute("href", address.replace(/[\s<>]/g, encodeURIComponent));
}

/** Turndown knows code by an element of its own. */
function shapeCode(pre: HTMLElement): void {
  for (const line of pre.querySelectorAll("br")) line.replaceWith("\n");
  if (pre.firstElementChild?.tagName === "CODE" && pre.childElementCount === 1) return;
  const code = pre.ownerDocument.createElement("code");
  code.textContent = pre.textContent;
  pre.replaceChildren(code);
}

function plainSpaces(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (!currentNode.parentElement?.closest("pre"))
      currentNode.nodeValue = currentNode.nodeValue?.replaceAll("\u00a0", " ") ?? "";
  }
}
