import "../styles/layers.css";
import "../styles/page.css";
import "../styles/decision.css";
import "../styles/verify.css";
import { writeClipboard } from "../kit/clipboard";
import { onCopyMarkdown } from "./markdown";
import { offerMyDots } from "./receipts";
import { unfoldOnPaper } from "./unfold";
import { checkFiles } from "./verify";

/** The record is read without any of this; here it is copied, and shared where the system has a sheet for that. */

const SAID_FOR = 2500;
const LINK = "{link}";

const address = location.href.split(/[?#]/, 1)[0] ?? location.href;
const status = document.querySelector<HTMLElement>("[data-said]");

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => (button.dataset.copy === "link" ? share(button) : copy(button, mail())));
}

onCopyMarkdown((button, text) => void copy(button, text));

/** The text comes from the server; only the browser knows by which address the page was reached. */
function mail(): string {
  const text = document.querySelector("[data-mail]")?.textContent ?? "";
  const at = text.lastIndexOf(LINK);
  return at < 0 ? text : text.slice(0, at) + address + text.slice(at + LINK.length);
}

async function share(button: HTMLButtonElement): Promise<void> {
  const sheet = matchMedia("(pointer: coarse)").matches && "share" in navigator;
  if (!sheet) {
    return copy(button, address);
  }
  try {
    await navigator.share({ title: document.title, url: address });
  } catch (error) {
    // Closing the sheet is an answer; anything else still leaves the link to be copied.
    if (!(error instanceof DOMException && error.name === "AbortError")) {
      await copy(button, address);
    }
  }
}

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  if (await writeClipboard(text)) say(button);
  else byHand(text);
}

function say(button: HTMLButtonElement): void {
  const words = button.dataset.words ?? button.textContent;
  const done = button.dataset.done ?? "";
  button.dataset.words = words;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = done;
  if (status) {
    status.textContent = done;
  }
  setTimeout(() => {
    button.textContent = words;
    if (status) {
      status.textContent = "";
    }
  }, SAID_FOR);
}

/** Shows a text that could not be copied, selected for the keys that copy. */
function byHand(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>("[data-by-hand]");
  if (field?.parentElement) {
    field.parentElement.hidden = false;
    field.value = text;
    field.focus();
    field.select();
  }
}

offerMyDots(document, address);
unfoldOnPaper();
for (const box of document.querySelectorAll<HTMLElement>("[data-verify]")) {
  checkFiles(box);
}

const more = document.querySelector<HTMLDetailsElement>("details.more");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && more?.open) {
    more.open = false;
    more.querySelector("summary")?.focus();
  }
});
document.addEventListener("click", (event) => {
  if (more?.open && event.target instanceof Node && !more.contains(event.target)) {
    more.open = false;
  }
});
