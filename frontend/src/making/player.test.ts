import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Frame } from "./play";
import { offerWatching } from "./player";

const WORDS = {
  locale: "en-GB",
  play: "Play",
  "play-again": "Play again",
  pause: "Pause",
  step: "{at} of {all}",
  now: "At the end",
  result: "Done.",
  failed: "It cannot be shown.",
  "watch-empty": "Nothing yet.",
  "of-item": "End of {item}",
  "of-time": "While it was written",
};
const HOUR = 3600;
const frame = (at: number | null, reason: Frame["reason"], of: string | null, ...came: string[]): Frame => ({
  number: 1,
  at,
  reason,
  of,
  edits: [[0, 0, came.map((text) => ["text", 0, text] as const)]],
});
const FRAMES = [
  frame(0, "time", null),
  frame(HOUR, "item", "Draft {x}", "one", "<b>two</b>"),
  frame(30 * HOUR, "name", "Mara’s", "three"),
  frame(null, null, null),
];

const part = (name: string) => document.querySelector(`[data-${name}]`) as HTMLButtonElement;
const shown = (): string => ["clock", "why", "step"].map((name) => part(name).textContent).join(" | ");

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<div hidden data-making><button data-watch></button><span data-lead data-still="Steps"></span>
    <div hidden data-player><section data-stage></section><div data-time></div>
    <p data-when><b data-clock></b><span data-why></span><small data-step></small></p>
    <button data-back></button><button data-play></button><button data-forward></button></div></div>`;
  part("making").dataset.words = JSON.stringify(WORDS);
});

afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = "";
});

async function watch(load: () => Promise<readonly Frame[]> = async () => FRAMES): Promise<void> {
  offerWatching(part("making"), load);
  part("watch").click();
  await vi.advanceTimersByTimeAsync(0);
}

test("it plays to the end in fifteen seconds and says the result there", async () => {
  await watch();
  expect([part("making").hidden, part("player").hidden, part("watch").hidden]).toEqual([false, false, true]);
  expect(shown()).toBe("00:00 UTC | While it was written | 1 of 4");
  expect(part("stage").textContent).toBe("Nothing yet.");
  await vi.advanceTimersByTimeAsync(3750);
  expect(shown()).toBe("01:00 UTC | End of Draft {x} | 2 of 4");
  expect([...part("stage").children].map((line) => line.textContent)).toEqual(["one", "<b>two</b>"]);
  expect(part("when").getAttribute("aria-live")).toBe("off");
  await vi.advanceTimersByTimeAsync(3750);
  expect(shown()).toBe("2 January |  | 3 of 4");
  await vi.advanceTimersByTimeAsync(7500);
  expect(shown()).toBe("At the end | Done. | 4 of 4");
  expect(part("play").textContent).toBe("Play again");
});

test("a step stops it, and the ends are ends", async () => {
  await watch();
  part("forward").click();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(part("step").textContent).toBe("2 of 4");
  expect(part("when").getAttribute("aria-live")).toBe("polite");
  part("back").click();
  part("back").click();
  expect(part("step").textContent).toBe("1 of 4");
  expect(part("back").getAttribute("aria-disabled")).toBe("true");
  for (let press = 0; press < 9; press += 1) part("forward").click();
  expect(part("step").textContent).toBe("4 of 4");
  part("play").click();
  expect([part("step").textContent, part("play").textContent]).toEqual(["1 of 4", "Pause"]);
});

test("with reduced motion nothing plays", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  await watch();
  expect(part("lead").textContent).toBe("Steps");
  expect(part("play").hidden).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(part("step").textContent).toBe("4 of 4");
});

test("the page says when the frames do not arrive, and they can be requested again", async () => {
  await watch(() => Promise.reject(new Error("404")));
  expect(part("lead").textContent).toBe("It cannot be shown.");
  expect([part("watch").disabled, part("player").hidden]).toEqual([false, true]);
});
