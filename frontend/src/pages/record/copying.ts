/** The buttons that copy: the link of the page, shared where the system has a sheet for that, and the text for e-mail. */

import { writeClipboard } from "../../kit/clipboard";

const SAID_FOR = 2500;
const LINK = "{link}";

export const address = location.href.split(/[?#]/, 1)[0] ?? location.href;

export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => (button.dataset.copy === "link" ? share(button) : copy(button, mail())));
  }
}

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

export async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  if (await writeClipboard(text)) sayDone(button);
  else byHand(text);
}

export function sayDone(button: HTMLButtonElement): void {
  const status = document.querySelector<HTMLElement>("[data-said]");
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
export function byHand(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>("[data-by-hand]");
  if (field?.parentElement) {
    field.parentElement.hidden = false;
    field.value = text;
    field.focus();
    field.select();
  }
}
