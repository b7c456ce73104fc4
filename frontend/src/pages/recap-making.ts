import type { Frame } from "../making/play";
import { offerWatching } from "../making/player";

/** "Watch it being made" on the page of a recap, which is read and used before this is here. */

for (const box of document.querySelectorAll<HTMLElement>("[data-making]")) {
  offerWatching(box, () => frames(box.dataset.making ?? ""));
}

async function frames(address: string): Promise<readonly Frame[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { frames: readonly Frame[] }).frames;
}
