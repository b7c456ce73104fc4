import { describe, expect, it } from "vitest";
import type { OwnIdea } from "../../engine/boot";
import { earlier } from "../bar/back";
import { measure } from "../question";
import { mark } from "./own-ideas";

const idea: OwnIdea = {
  id: "1",
  text: "x",
  state: "saved",
  pending: null,
  why: null,
  unfinished: false,
  mine: true,
  waits: false,
};

describe("how an own idea stands", () => {
  it("says saved of nothing but an answered idea", () => {
    expect(mark(idea, false).look).toBe("ok");
    expect(mark({ ...idea, state: "sending" }, false).look).toBe("wait");
    expect(mark({ ...idea, state: "sending" }, true).word).toBe("offline, waiting");
  });

  it("says of a changed wording that it is not saved yet", () => {
    expect(mark({ ...idea, pending: "y" }, false).word).toBe("saving…");
  });

  it("keeps late and refused apart from saved, offline or not", () => {
    expect(mark({ ...idea, state: "late" }, true).word).toBe("came late");
    expect(mark({ ...idea, state: "refused" }, true).word).toBe("not taken");
  });
});

describe("stepping back", () => {
  it("leads to every earlier phase, the nearest first, and nowhere once it is final", () => {
    expect(earlier("vote")).toEqual(["cluster", "reveal", "diverge", "lobby"]);
    expect(earlier("lobby")).toEqual([]);
    expect(earlier("frozen")).toEqual([]);
  });
});

describe("a question", () => {
  it("is set smaller the longer it is, counted in signs", () => {
    expect(["a".repeat(80), "a".repeat(81), "a".repeat(181), "🏠".repeat(80)].map(measure)).toEqual([
      "",
      "long",
      "very-long",
      "",
    ]);
  });
});
