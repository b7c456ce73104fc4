/** Ideas that are there already, on the home page and in their preview: files are dropped, slips are caught early. */

import { made } from "./made";

/** Makes the fields for pasted ideas and their file easier to use; call it before other listeners are added. */
export function easeIdeas(form: HTMLFormElement): void {
  const look = form.querySelector<HTMLButtonElement>("button[data-look]");
  const file = form.querySelector<HTMLInputElement>('input[type="file"]');
  if (file) {
    takeDrops(file);
    file.addEventListener("change", () => weigh(file));
    window.addEventListener("pageshow", () => unfold(form));
    unfold(form);
  }
  for (const choice of form.querySelectorAll('input[name="which"]')) {
    choice.addEventListener("change", () => form.requestSubmit(look));
  }
  form.addEventListener("submit", (event) => {
    if (file && !weigh(file)) {
      event.preventDefault();
      unfold(form);
      file.focus();
    } else if (file && look && event.submitter !== look && hasIdeas(form)) {
      // Ideas are there, so they are looked at first, whichever button was pressed. Not before this press is over:
      // a form that is being sent takes no second order.
      event.preventDefault();
      setTimeout(() => form.requestSubmit(look));
    }
  });
}

/** Whether this press only asks for a look and opens nothing. */
export function isLook(event: SubmitEvent): boolean {
  return event.submitter instanceof HTMLElement && "look" in event.submitter.dataset;
}

function hasIdeas(form: HTMLFormElement): boolean {
  const sent = new FormData(form);
  const file = sent.get("file");
  return `${sent.get("text") ?? ""}`.trim() !== "" || (file instanceof File && file.name !== "");
}

/** What came back with the page, or was chosen before, is not folded away. */
function unfold(form: HTMLFormElement): void {
  const fold = form.querySelector<HTMLDetailsElement>("details.ideas");
  if (fold && hasIdeas(form)) {
    fold.open = true;
  }
}

/** Reports a file that is too large at once, as the server would; false when it is. */
function weigh(file: HTMLInputElement): boolean {
  const heavy = (file.files?.[0]?.size ?? 0) > Number(file.dataset.most);
  const field = file.closest(".field");
  let note = field?.querySelector<HTMLElement>(".wrong") ?? null;
  if (heavy && !note) {
    note = made("p", "wrong", file.dataset.large);
    note.id = "file-wrong";
    note.setAttribute("role", "alert");
    file.after(note);
  } else if (!heavy) {
    note?.remove();
  }
  file.setAttribute("aria-invalid", `${heavy}`);
  file.setAttribute("aria-describedby", `file-hint${heavy ? " file-wrong" : ""}`);
  return !heavy;
}

/** A file may be dropped anywhere on the page; it goes where a chosen one goes. */
function takeDrops(file: HTMLInputElement): void {
  const fold = file.closest<HTMLDetailsElement>("details");
  const mark = (over: boolean) => fold?.toggleAttribute("data-over", over);
  const carries = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (carries(event)) {
      event.preventDefault();
      if (fold) fold.open = true;
      mark(true);
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  document.addEventListener("drop", (event) => {
    mark(false);
    if (!event.dataTransfer || !carries(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) {
      file.files = event.dataTransfer.files;
      file.dispatchEvent(new Event("change", { bubbles: true }));
      file.focus();
    }
  });
}
