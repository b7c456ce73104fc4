import { describe, expect, it } from "vitest";
import { spot } from "./place";

describe("a panel at its button", () => {
  const view = { width: 1000, height: 800 };
  const size = { width: 200, height: 300 };

  it("hangs below, aligned with the edge of the button", () => {
    const button = { left: 40, right: 140, top: 100, bottom: 140 };
    expect(spot(button, size, view, false)).toEqual({ x: 40, y: 146, up: false });
    expect(spot({ ...button, left: 800, right: 900 }, size, view, true)).toEqual({ x: 700, y: 146, up: false });
  });

  it("stands above when there is no room below, and never leaves the window", () => {
    const foot = { left: 960, right: 990, top: 740, bottom: 780 };
    expect(spot(foot, size, view, false)).toEqual({ x: 792, y: 434, up: true });
    const high = spot(foot, { width: 200, height: 900 }, view, false);
    expect(high.y).toBe(8);
  });
});
