import { say } from "../words/say";
import { writeClipboard } from "./clipboard";
import { toast } from "./feedback";

/** Copies text to the clipboard, also on plain http addresses, where browsers have only `execCommand`. */
export async function copyText(text: string, done = say("board-copied")): Promise<boolean> {
  const worked = (await writeClipboard(text)) || byCommand(text);
  toast(worked ? done : say("board-copy-failed"));
  return worked;
}

function byCommand(text: string): boolean {
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
