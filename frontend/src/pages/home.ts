import { length } from "../kit/text/rules";
import "../styles/layers.css";
import "../styles/page.css";
import "../styles/drawings.css";
import "../styles/home.css";
import "../styles/home-tabs.css";
import "../styles/home-work.css";
import "../styles/visits.css";
import "../styles/home-news.css";
import "../styles/ideas.css";
import { localArea, readStored, START_FORM, writeStored } from "../browser-storage";
import { cleanInput } from "../kit/text/clean-input";
import { grow, sends } from "../kit/text/input";
import { textSize } from "../kit/text/size";
import { explainNoEntry, needCookies } from "./cookies";
import { easeIdeas, isLook } from "./ideas";
import { made } from "./made";
import { easeTabs } from "./tabs";
import { showVisits } from "./visit-list";
import { forget } from "./visits";

/** The home page works without any of this; here it forgives slips: a lost page, a double press, a text too long. */

const LONG = 90;
// A pasted text beyond this would make every key slow; it still goes with the form.
const MOST_KEPT = 200_000;

/** The one large field of a form. */
const LARGE = ".question > textarea";

// What was chosen before comes back with the form, so that the tabs see it.
for (const form of document.querySelectorAll<HTMLFormElement>("form.start")) {
  enhance(form);
}
easeTabs(document);
showVisits(document);
explainNoEntry(document);
// What is known to be deleted (410) leaves the list.
if (document.querySelector('[data-status="410"]')) {
  forget(localArea(), location.pathname.split("/")[2] ?? "");
}

function enhance(form: HTMLFormElement): void {
  const texts = [...form.querySelectorAll("textarea")];
  cleanInput(form);
  // The preview holds what was sent; only the start page remembers what is being typed.
  const remembers = !form.classList.contains("preview");
  if (remembers) {
    bringBack(form);
  }
  easeIdeas(form);
  needCookies(form);
  for (const text of texts) {
    settle(text);
  }
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLElement) {
      forgive(event.target);
    }
    if (event.target instanceof HTMLTextAreaElement) {
      settle(event.target);
    }
    if (remembers) {
      keep(form);
    }
  });
  form.querySelector(LARGE)?.addEventListener("keydown", (event) => {
    // It is one line: Enter sends the form, as in any other one-line field.
    if (event instanceof KeyboardEvent && sends(event)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector<HTMLButtonElement>("button.go"));
    }
  });
  once(form);
}

/** Grows the field where the browser does not do so itself, sets a long question smaller, counts what is too much. */
function settle(text: HTMLTextAreaElement): void {
  if (text.matches(LARGE)) {
    text.classList.toggle("long", textSize(text.value, LONG) !== "");
  }
  grow(text);
  if (!text.dataset.limit) {
    return;
  }
  const over = length(text.value) - Number(text.dataset.limit);
  const field = text.closest(".field");
  let note = field?.querySelector<HTMLElement>(".count");
  if (!note && over > 0 && !field?.querySelector(".wrong")) {
    note = made("p", "count");
    note.setAttribute("role", "status");
    text.after(note);
  }
  if (note) {
    note.hidden = over <= 0;
    note.textContent = over > 0 ? (text.dataset.over ?? "").replace("{n}", `${over}`) : "";
  }
}

/** What the server found wrong with a field is no longer true of it once it is being changed. */
function forgive(changed: HTMLElement): void {
  changed.removeAttribute("aria-invalid");
  changed.closest(".field")?.querySelector(".wrong")?.remove();
}

/** What was typed outlives a reload of this tab, never the tab. A page that came back with errors has its own text. */
function keep(form: HTMLFormElement): void {
  const kept = { ...(readStored(START_FORM) as object | null) } as Record<string, unknown>;
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.length <= MOST_KEPT) kept[name] = value;
  }
  // Private modes refuse to store; then a reload simply starts afresh.
  writeStored(START_FORM, kept);
}

function bringBack(form: HTMLFormElement): void {
  const kept = readStored(START_FORM);
  if (typeof kept !== "object" || kept === null || form.querySelector('[aria-invalid="true"], .wrong:not([hidden])')) {
    return;
  }
  for (const [name, value] of Object.entries(kept)) {
    const field = form.elements.namedItem(name);
    if (typeof value === "string" && field && "value" in field) {
      field.value = value;
    }
  }
}

/** A second press while the first is on its way opens nothing twice. */
function once(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("button.go");
  const words = [...(button?.childNodes ?? [])];
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || isLook(event)) {
      return;
    }
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    writeStored(START_FORM, null);
    if (button) {
      button.textContent = form.dataset.busy ?? "";
      button.setAttribute("aria-busy", "true");
    }
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && button) {
      sent = false;
      button.replaceChildren(...words);
      button.removeAttribute("aria-busy");
    }
  });
}
