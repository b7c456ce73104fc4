/** The soft tone at the end of an item: made by the browser, one bell and its overtone. */

import type { SessionMeta } from "../../../../worksession.generated";

let audio: AudioContext | undefined;

/** Whether this device sounds unless its person chose: alone and side by side, else on the lead's alone. */
export function soundsByDefault(kind: SessionMeta["kind"], leads: boolean): boolean {
  return leads || kind === "individual" || kind === "deep_work" || kind === "coworking";
}

/** Browsers let a page sound only after a press on it. Returns how to stop listening for that press. */
export function readyTone(page: Document): () => void {
  const wake = (): void => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  page.addEventListener("pointerdown", wake, { once: true });
  page.addEventListener("keydown", wake, { once: true });
  return () => {
    page.removeEventListener("pointerdown", wake);
    page.removeEventListener("keydown", wake);
  };
}

/** Sounds once, for a second and a half. Does nothing where the page may not sound. */
export function playTone(): void {
  if (audio?.state !== "running") return;
  for (const [pitch, loudness] of [
    [528, 0.12],
    [1056, 0.03],
  ] as const) {
    const voice = audio.createOscillator();
    const volume = audio.createGain();
    const at = audio.currentTime;
    voice.frequency.value = pitch;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 1.5);
    voice.connect(volume).connect(audio.destination);
    voice.start(at);
    voice.stop(at + 1.5);
  }
}
