import "../styles/layers.css";
import "../styles/page.css";
import "../styles/recap.css";
import type { Frame } from "../making/play";
import { offerWatching } from "../making/player";
import { offerCopies } from "./record/copying";
import { closeMore } from "./record/more";
import { foldText, offerText } from "./record/text";
import { unfoldOnPaper } from "./unfold";
import { checkFiles } from "./verify";

/** A recap is read without any of this; here it is copied, watched, and its text folded. */

offerCopies();
foldText();
offerText();
unfoldOnPaper();
for (const box of document.querySelectorAll<HTMLElement>("[data-making]")) {
  offerWatching(box, () => frames(box.dataset.making ?? ""));
}
for (const box of document.querySelectorAll<HTMLElement>("[data-verify]")) {
  checkFiles(box);
}
closeMore();

async function frames(address: string): Promise<readonly Frame[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { frames: readonly Frame[] }).frames;
}
