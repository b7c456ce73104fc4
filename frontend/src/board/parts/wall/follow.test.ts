import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { Board } from "../../engine/boot";
import { placeOf } from "./follow";

const FIRST = { phase: "reveal", highlight: null as string | null, highlight_as: "one", locked: false };

function board() {
  const meta = signal(FIRST);
  return { meta, place: placeOf({ state: { meta } } as unknown as Board) };
}

test("the place follows what the facilitator shows, and stays when it is shown no longer", () => {
  const { meta, place } = board();
  meta.value = { ...FIRST, highlight: "i7" };
  expect(place.value).toBe("i7");
  meta.value = FIRST;
  expect(place.value).toBe("i7");
  meta.value = { ...FIRST, phase: "cluster" };
  expect(place.value).toBe(null);
});

test("a page turned by keys stays until the facilitator shows something else or in another way", () => {
  const { meta, place } = board();
  meta.value = { ...FIRST, highlight: "i7" };
  place.value = "i20";
  meta.value = { ...FIRST, highlight: "i7", locked: true };
  expect(place.value).toBe("i20");
  meta.value = { ...FIRST, highlight: "i7", highlight_as: "page" };
  expect(place.value).toBe("i7");
  place.value = "i20";
  meta.value = { ...FIRST, highlight: "i9", highlight_as: "page" };
  expect(place.value).toBe("i9");
});
