/** Shared recaps in the list of the start page: the way to each, and those that are ticked as lines of Markdown. */

import { writeClipboard } from "../kit/clipboard";
import { type Visit, type VisitedRecap, visits } from "./visits";

const VERDICTS = ["done", "nearly", "another"];
const ticked = new Set<string>();

/** Adds to the list what its recaps need, whenever rows are drawn. `section`: the list, whose data has the words. */
export function followList(section: HTMLElement, storage: Storage | null): void {
  const list = section.querySelector("ul");
  const draw = (): void => show(section, visits(storage) ?? []);
  if (list) new MutationObserver(draw).observe(list, { childList: true });
  const line = section.querySelector<HTMLElement>(".recaps");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = line?.dataset.copy ?? "";
  line?.prepend(button);
  button.addEventListener("click", () => {
    const chosen = (visits(storage) ?? []).filter(({ id }) => ticked.has(id));
    void copy(section, asMarkdown(chosen, section.dataset));
  });
  draw();
}

function show(section: HTMLElement, known: readonly Visit[]): void {
  for (const item of section.querySelectorAll<HTMLElement>("li")) {
    const visit = known.find(({ id }) => id === item.dataset.id);
    const recap = visit && recapOf(visit);
    if (visit && recap && !item.querySelector("input")) add(item, visit, recap, section.dataset);
  }
  const some = known.some((visit) => recapOf(visit) !== null);
  section.classList.toggle("with-recaps", some);
  const line = section.querySelector<HTMLElement>(".recaps");
  if (line) line.hidden = !some;
}

/** The box, and the way to the recap. */
function add(item: HTMLElement, { id, title }: Visit, { sha256 }: VisitedRecap, words: DOMStringMap): void {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = ticked.has(id);
  box.setAttribute("aria-label", (words.choose ?? "").replace("{title}", title));
  box.addEventListener("change", () => {
    if (box.checked) ticked.add(id);
    else ticked.delete(id);
  });
  const link = document.createElement("a");
  link.href = `/recaps/${sha256}`;
  link.textContent = words.recap ?? "";
  item.querySelector(".about")?.append(" · ", link);
  // A target as large as a finger.
  const target = document.createElement("label");
  target.append(box);
  item.prepend(target);
}

/** Where the browser does not copy, the lines stand there to be copied by hand. */
async function copy(section: HTMLElement, text: string): Promise<void> {
  const words = section.dataset;
  const line = section.querySelector(".recaps");
  line?.querySelector("textarea")?.remove();
  const copied = text !== "" && (await writeClipboard(text));
  const said = line?.querySelector('[role="status"]');
  if (said) said.textContent = (text === "" ? words.copyNone : copied ? words.copied : words.copyFailed) ?? "";
  if (text === "" || copied) return;
  const byHand = document.createElement("textarea");
  byHand.readOnly = true;
  byHand.value = text;
  byHand.setAttribute("aria-label", words.copyFailed ?? "");
  line?.append(byHand);
  byHand.select();
}

/** One line for each: "- [A price list](https://…): Done. 28 November 2026". */
function asMarkdown(list: readonly Visit[], words: DOMStringMap): string {
  return list
    .map((visit) => [visit.title, recapOf(visit)] as const)
    .filter((one): one is readonly [string, VisitedRecap] => one[1] !== null)
    .map(([title, { sha256, verdict, at }]) => {
      const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(at);
      return `- [${escaped(title)}](${location.origin}/recaps/${sha256}): ${wordOf(words, verdict)} ${day}`;
    })
    .join("\n");
}

function wordOf(words: DOMStringMap, verdict: string): string {
  const known: Record<string, string> = JSON.parse(words.verdicts ?? "{}");
  return known[verdict] ?? "";
}

/** A title as the words of a link in Markdown: on one line, its marks as they are typed. */
function escaped(title: string): string {
  return title.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~!]/g, "\\$&");
}

/** The shared recap of a visit; null for anything else that may stand in the storage. */
function recapOf({ recap }: Visit): VisitedRecap | null {
  const known = typeof recap === "object" && recap !== null && /^[0-9a-f]{64}$/.test(String(recap.sha256));
  return known && VERDICTS.includes(recap.verdict) && Number.isFinite(recap.at) ? recap : null;
}
