/** The script inside a saved file: plays what the file carries, without a network. */

import type { Frame } from "./play";
import { offerWatching } from "./player";

const box = document.querySelector<HTMLElement>("[data-making]");
const frames = document.querySelector("[data-frames]");
if (box && frames)
  offerWatching(box, async () => (JSON.parse(frames.textContent) as { frames: readonly Frame[] }).frames);
