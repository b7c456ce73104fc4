import { describe, expect, it } from "vitest";
import { face, heard, mood, secondWave, share } from "./time";

describe("the clock", () => {
  it("shows minutes, hours and overtime", () => {
    expect([348, 5, 0, 3723, -72].map(face)).toEqual(["5:48", "0:05", "0:00", "1:02:03", "+1:12"]);
  });

  it("turns to the signal in the last fifth only, and is quiet after zero", () => {
    expect(mood(null, null)).toBe("none");
    expect(mood(121, 600)).toBe("calm");
    expect(mood(120, 600)).toBe("last");
    expect(mood(0, 600)).toBe("over");
  });

  it("drains from whole to nothing and never beyond", () => {
    expect([600, 300, 0, -5].map((left) => share(left, 600))).toEqual([1, 0.5, 0, 0]);
    expect(share(700, 600)).toBe(1);
    expect(share(null, null)).toBe(0);
  });

  it("asks for a second wave in the last third", () => {
    expect([201, 200, 1, 0].map((left) => secondWave(left, 600))).toEqual([false, true, true, false]);
  });

  it("is heard at five minutes, one minute, ten seconds and the end, once each", () => {
    const passed: number[] = [];
    for (let left = 400; left > -20; left -= 1) {
      const mark = heard(left, left - 1);
      if (mark !== null) {
        passed.push(mark);
      }
    }
    expect(passed).toEqual([300, 60, 10, 0]);
  });

  it("says nothing about a mark that was passed while the computer slept, or when time is added", () => {
    expect(heard(400, 120)).toBeNull();
    expect(heard(50, 110)).toBeNull();
  });
});
