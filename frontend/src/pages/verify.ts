/** Check a file: whether it is the record on this page, or another one. Nothing of it leaves the browser but a digest. */

import { canonical } from "./canonical";
import type { Say } from "./check-words";
import { sentences } from "./sentences";
import { sha256 } from "./sha256";

/** Bytes. The record of 900 ideas and 2,000 voters has about one megabyte. */
export const LARGEST = 64 * 1024 * 1024;

export type Finding =
  | { readonly what: "same" | "layout" | "draft" | "preview" | "foreign" }
  | {
      readonly what: "other" | "other_layout" | "gone" | "unknown" | "unasked";
      /** The path of that record. */
      readonly address: string;
    };

/** Where records of each kind have their addresses, by the first part of their format. */
const RECORDS = new Map([
  ["shortlist-decision", "/decisions/"],
  ["shortlist-recap", "/recaps/"],
]);
const DRAFTS = new Map<string, "draft" | "preview">([
  ["shortlist-draft", "draft"],
  ["shortlist-recap-draft", "preview"],
]);

/** What the server knows of an address: it has it, had it, never had it, or did not answer. */
export type Known = "here" | "gone" | "never" | "unasked";

/** What these bytes are, seen from the page of the record `here`. */
export async function examine(
  bytes: Uint8Array,
  here: string,
  ask: (address: string) => Promise<Known>,
): Promise<Finding & { readonly sum: string }> {
  const sum = sha256(bytes);
  if (sum === here) return { what: "same", sum };
  const told = parsed(bytes);
  const draft = DRAFTS.get(told?.family ?? "");
  if (draft) return { what: draft, sum };
  const folder = RECORDS.get(told?.family ?? "");
  if (!told || !folder) return { what: "foreign", sum };
  if (told.exact === here) return { what: "layout", sum };
  const digest = told.exact ?? sum;
  const address = folder + digest;
  const known = await ask(address);
  const laidOut = digest !== sum;
  if (known === "here") return { what: laidOut ? "other_layout" : "other", address, sum };
  return { what: known === "never" ? "unknown" : known, address, sum };
}

/** What the file calls itself, without a version, and the digest that its content has in the exact form. */
function parsed(bytes: Uint8Array): { family: string; exact: string | null } | null {
  try {
    const told: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    const format = (told as { format?: unknown } | null)?.format;
    if (typeof format !== "string" || !format.includes("/")) return null;
    return { family: format.slice(0, format.indexOf("/")), exact: exact(told) };
  } catch {
    return null;
  }
}

function exact(told: unknown): string | null {
  try {
    return sha256(new TextEncoder().encode(canonical(told)));
  } catch {
    return null;
  }
}

async function asked(address: string): Promise<Known> {
  try {
    const answer = await fetch(address, { cache: "no-store", credentials: "omit" });
    await answer.body?.cancel();
    if (answer.ok) return "here";
    return answer.status === 410 ? "gone" : answer.status === 404 ? "never" : "unasked";
  } catch {
    return "unasked";
  }
}

/** Brings the box to life. Without a script it is not shown. */
export function checkFiles(box: HTMLElement, load = sentences): void {
  const here = box.dataset.verify ?? "";
  const input = box.querySelector("input");
  const found = box.querySelector<HTMLElement>(".found");
  if (!input || !found) return;
  box.hidden = false;
  let turn = 0;
  const check = async (file: File): Promise<void> => {
    turn += 1;
    const mine = turn;
    box.removeAttribute("data-found");
    const say = await load();
    // Another file was chosen meanwhile.
    if (mine !== turn) return;
    if (!say) return found.replaceChildren(line(found.dataset.failed ?? ""));
    found.replaceChildren(line(say("check-file-reading")));
    const shown = await answer(file, here, say);
    if (mine !== turn) return;
    box.dataset.found = shown.good ? "good" : "bad";
    found.replaceChildren(...shown.lines);
  };
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void check(file);
    // The same file can be chosen again after it was saved once more.
    input.value = "";
  });
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.dataset.over = "";
  });
  box.addEventListener("dragleave", () => box.removeAttribute("data-over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.removeAttribute("data-over");
    const file = event.dataTransfer?.files[0];
    if (file) void check(file);
  });
}

async function answer(file: File, here: string, say: Say): Promise<{ good: boolean; lines: HTMLElement[] }> {
  if (file.size > LARGEST) return { good: false, lines: [line(say("check-file-large"))] };
  try {
    const finding = await examine(new Uint8Array(await file.arrayBuffer()), here, asked);
    const lines = [
      line(say(`check-file-${finding.what}`), file.name),
      sumLine(say("check-file-sum", { sum: finding.sum })),
    ];
    if (finding.what === "other" || finding.what === "other_layout")
      lines.push(link(finding.address, say("check-file-open")));
    return { good: finding.what === "same", lines };
  } catch {
    return { good: false, lines: [line(say("check-file-unread"), file.name)] };
  }
}

function line(text: string, name?: string): HTMLElement {
  const shown = document.createElement("p");
  if (name !== undefined) {
    const file = document.createElement("b");
    file.textContent = name;
    file.dir = "auto";
    shown.append(file, " ");
  }
  shown.append(text);
  return shown;
}

function sumLine(text: string): HTMLElement {
  const shown = line(text);
  shown.className = "sum";
  return shown;
}

function link(address: string, text: string): HTMLElement {
  const shown = document.createElement("p");
  const way = document.createElement("a");
  way.href = address;
  way.textContent = text;
  shown.append(way);
  return shown;
}
