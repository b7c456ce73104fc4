import { views } from "../words/views";
import { toast } from "./feedback";

/** Puts text on the clipboard, on plain http addresses too, where browsers have only the old way. */
export async function copyText(text: string, done: string = views.copied): Promise<boolean> {
  const worked = (await modern(text)) || old(text);
  toast(worked ? done : views.copyFailed);
  return worked;
}

async function modern(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function old(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  (before?.closest("dialog, [popover]") ?? document.body).append(field);
  field.select();
  const worked = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) {
    before.focus();
  }
  return worked;
}
