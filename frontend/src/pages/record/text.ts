/** The text of a recap: its first part on the screen until somebody reads all of it, and a button that copies it. */

import { copyFormatted } from "../../kit/copy-formatted";
import { sayDone } from "./copying";

/** As high as the first part (rem); a text that is hardly higher stays open. */
const FIRST = 32;
const HARDLY = 1.3;

export function foldText(): void {
  const text = document.querySelector<HTMLElement>("[data-text]");
  const press = document.querySelector<HTMLElement>("[data-press]");
  const button = document.querySelector<HTMLButtonElement>("[data-unfold]");
  if (!text || !press || !button) return;
  press.hidden = false;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (text.scrollHeight < FIRST * HARDLY * rem) return;
  const unfold = (): void => {
    text.classList.remove("folded");
    button.hidden = true;
  };
  // A link to a heading leads there, wherever it stands.
  const follow = (): void => {
    const place = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (!place || !text.contains(place) || button.hidden) return;
    unfold();
    place.scrollIntoView();
  };
  text.classList.add("folded");
  button.hidden = false;
  button.addEventListener("click", () => {
    unfold();
    // The press took its own button away; reading goes on in the text.
    text.tabIndex = -1;
    text.focus({ preventScroll: true });
  });
  // What has the focus must be in sight.
  text.addEventListener("focusin", unfold);
  window.addEventListener("hashchange", follow);
  follow();
}

/** The plain part of what is copied is the Markdown, which stands in the record. */
export function offerText(): void {
  const body = document.querySelector("[data-text] .body");
  const button = document.querySelector<HTMLButtonElement>("[data-copy-text]");
  if (!body || !button) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = body.textContent ?? "";
    const record = button.dataset.copyText;
    const markdown = record ? fetchText(record).catch(() => words) : words;
    if (await copyFormatted(body.innerHTML, markdown)) sayDone(button);
  });
}

async function fetchText(record: string): Promise<string> {
  const answer = await fetch(record);
  if (!answer.ok) throw new Error(String(answer.status));
  const { made } = (await answer.json()) as { made: { text: string | null } };
  return made.text ?? "";
}
