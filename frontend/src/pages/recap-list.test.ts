import { beforeEach, expect, test, vi } from "vitest";
import { followList } from "./recap-list";
import { showVisits } from "./visit-list";
import { keep, type Visit } from "./visits";

const PAGE = `
  <header class="top"></header>
  <section class="visits" hidden data-steps="{}" data-roles="{}" data-forget="Forget" data-forgotten="Forgotten."
    data-undo="Undo" data-recap="Read the recap" data-choose="Choose {title}" data-copied="Copied."
    data-copy-none="Tick one." data-copy-failed="By hand." data-verdicts='{"done":"Done.","nearly":"Nearly."}'>
    <ul></ul><p class="recaps" hidden data-copy="Copy"><span role="status"></span></p><p class="foot"></p>
  </section>
  <p class="visits-none" hidden></p><p class="visits-off" hidden></p>`;
const SHA = "b".repeat(64);
const AT = Date.UTC(2026, 10, 28, 12);

const session = (n: number, title: string, recap?: unknown): Visit =>
  ({ id: `${"s".repeat(24)}-${n}`, title, role: "lead", phase: "worksession", at: AT, recap }) as Visit;

const part = (name: string): HTMLElement => document.querySelector(name) as HTMLElement;
const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>("li input")];
const said = (): string | null => part('[role="status"]').textContent;
const written: string[] = [];

function shown(list: readonly Visit[]): void {
  keep(localStorage, list);
  document.body.innerHTML = PAGE;
  showVisits(document, localStorage);
  followList(part(".visits"), localStorage);
}

async function copy(works = true): Promise<void> {
  const writeText = async (text: string) => (works ? written.push(text) : Promise.reject(new Error("no")));
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  part(".recaps button").click();
  await vi.waitFor(() => expect(said()).not.toBe(""));
}

beforeEach(() => {
  localStorage.clear();
  written.length = 0;
});

test("only sessions whose recap is shared can be ticked, and lead to it", () => {
  shown([
    session(1, "A price list", { sha256: SHA, verdict: "done", at: AT }),
    session(2, "A brief"),
    session(3, "A letter", { sha256: "javascript:alert(1)", verdict: "done", at: AT }),
  ]);
  expect(boxes().map((one) => one.getAttribute("aria-label"))).toEqual(["Choose A price list"]);
  expect(part('li a[href^="/recaps/"]').getAttribute("href")).toBe(`/recaps/${SHA}`);
  expect(part(".recaps").hidden).toBe(false);
});

test("what is ticked is copied as Markdown, a line each", async () => {
  shown([
    session(1, "A [price]\nlist", { sha256: SHA, verdict: "done", at: AT }),
    session(2, "A brief", { sha256: SHA, verdict: "nearly", at: AT }),
    session(3, "A letter", { sha256: SHA, verdict: "done", at: AT }),
  ]);
  await copy();
  expect([said(), written]).toEqual(["Tick one.", []]);
  boxes()[0]?.click();
  boxes()[1]?.click();
  await copy();
  expect(written).toEqual([
    `- [A \\[price\\] list](${location.origin}/recaps/${SHA}): Done. 28 November 2026\n` +
      `- [A brief](${location.origin}/recaps/${SHA}): Nearly. 28 November 2026`,
  ]);
});

test("a row that comes back can be ticked again", async () => {
  shown([session(7, "A price list", { sha256: SHA, verdict: "done", at: AT })]);
  const press = (words: string) =>
    [...document.querySelectorAll("button")].find((one) => one.textContent === words)?.click();
  press("Forget");
  press("Undo");
  await vi.waitFor(() => expect(boxes()).toHaveLength(1));
});

test("where the browser does not copy, the lines stand there", async () => {
  shown([session(8, "A price list", { sha256: SHA, verdict: "done", at: AT })]);
  boxes()[0]?.click();
  await copy(false);
  expect((part("textarea") as HTMLTextAreaElement).value).toContain(`/recaps/${SHA}`);
});
