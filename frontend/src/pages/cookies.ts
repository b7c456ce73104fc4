/** A board recognises people by a cookie: a page warns a browser that keeps none before it creates or joins a board. */

import { isLook } from "./ideas";

/** As in `board/web/cookie_check.py`, which sends it with the page. */
const NAME = "keeps_cookies=";

function keepsCookies(): boolean {
  try {
    return document.cookie.split("; ").some((one) => one.startsWith(NAME));
  } catch {
    // A page in a sandbox has no cookies to ask for.
    return false;
  }
}

/** Says so above the form. A press asks once more: cookies may have been allowed meanwhile. Call it before the press is counted. */
export function needCookies(form: HTMLFormElement): void {
  const note = form.querySelector<HTMLElement>("[data-cookies]");
  if (!note) {
    return;
  }
  const said = form.querySelector(':scope > .wrong[role="alert"]');
  if (said?.textContent === note.textContent) {
    said.remove();
  }
  const look = () => {
    note.setAttribute("role", "alert");
    note.hidden = keepsCookies();
  };
  look();
  form.addEventListener("submit", (event) => {
    if (note.hidden || event.defaultPrevented || isLook(event)) {
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    void fetch("/", { cache: "no-store" })
      .catch(() => null)
      .then(() => {
        look();
        if (note.hidden) {
          form.requestSubmit(submitter);
        } else {
          note.scrollIntoView({ block: "center" });
        }
      });
  });
}

/** On the page of whoever was not let in: says that cookies are refused, or leaves out that they might be. */
export function explainNoEntry(page: Document): void {
  const maybe = page.querySelector<HTMLElement>("[data-if-unknown]");
  if (!maybe) {
    return;
  }
  const keeps = keepsCookies();
  // Over plain http a browser may keep this cookie and not that of a board.
  maybe.hidden = !keeps || isSecureContext;
  if (keeps) {
    return;
  }
  for (const one of page.querySelectorAll<HTMLElement>("[data-if-refused]")) {
    one.textContent = one.dataset.ifRefused ?? "";
  }
}
