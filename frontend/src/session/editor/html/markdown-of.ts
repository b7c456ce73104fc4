/** HTML that people bring along as Markdown. `DOMParser` runs no script and loads no picture. */

import TurndownService from "turndown";
import { cleaned } from "../binding/clean";
import { cleanHtml } from "./clean-html";
import { escaped } from "./escaping";
import { tableLines } from "./tables";

/** What the plain text of the clipboard does not say. */
const STRUCTURE = "h1, h2, h3, h4, h5, h6, li, a, b, strong, i, em, s, del, strike, code, pre, table, blockquote, hr";
/** Longer HTML would hold the page up; its plain text is as good as nothing lost. */
const MOST = 4_000_000;

/** The Markdown of an HTML text; null if it says no more than its plain text, or cannot be read. */
export function markdownOf(html: string): string | null {
  if (html.length > MOST) return null;
  try {
    const body = bodyOf(html);
    if (!body.querySelector(STRUCTURE) && body.querySelectorAll("p").length < 2) return null;
    return written(body);
  } catch (error) {
    // Elements within elements, thousands deep.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The same, also of a text without structure. */
export const documentMarkdown = (html: string): string => written(bodyOf(html));

function bodyOf(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(unstyled(html), "text/html");
  cleanHtml(body);
  return body;
}

function written(body: HTMLElement): string {
  return cleaned(service().turndown(body))
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const SHEETS = /<style\b[\s\S]*?(?:<\/style\s*>|$)/gi;
/** Each alternative begins with another sign, and what is not closed reaches to the end: one pass, whatever it is. */
const TAGS = /<[a-z](?:[^>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$)/gi;
const NAMES = /"[^"]*"|'[^']*'|\s(?:style|on\w+)(?=\s*=)/gi;

/** A parser applies no styles and runs no handlers, but reports them to the content policy: they get other names. */
export function unstyled(html: string): string {
  return html
    .replace(SHEETS, "")
    .replace(TAGS, (tag) => tag.replace(NAMES, (found) => (/^\s/.test(found) ? ` data-${found.slice(1)}` : found)));
}

let made: TurndownService | undefined;

function service(): TurndownService {
  if (made) return made;
  const turndown = new TurndownService({
    headingStyle: "atx",
    hr: "---",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
    // A line break is one in the text, too.
    br: "",
  });
  turndown.escape = escaped;
  turndown.addRule("strike", { filter: ["s", "del", "strike"], replacement: (content) => `~~${content}~~` });
  turndown.addRule("item", { filter: "li", replacement: item });
  turndown.addRule("table", {
    filter: "table",
    replacement: (_content, node) => `\n\n${tableLines(node, (cell) => turndown.turndown(cell)).join("\n")}\n\n`,
  });
  made = turndown;
  return turndown;
}

function item(content: string, node: HTMLElement): string {
  const list = node.parentElement;
  const at = [...(list?.children ?? [])].indexOf(node);
  const first = Number(list?.getAttribute("start") ?? 1) || 1;
  const mark = list?.tagName === "OL" ? `${first + at}. ` : "- ";
  const box = node.getAttribute("data-box");
  const inner = content.replace(/^\n+|\s+$/g, "").replace(/\n+(?=\s*(?:[-*]|\d+\.) )/g, "\n");
  const lines = inner.replaceAll("\n", `\n${" ".repeat(mark.length)}`).replace(/^[ \t]+$/gm, "");
  return `${mark}${box === null ? "" : `[${box}] `}${lines}${node.nextElementSibling ? "\n" : ""}`;
}
