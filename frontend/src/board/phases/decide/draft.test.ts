import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Decision } from "../../types";
import { discard, fresh, keep, load, missing, newStep, toCommand } from "./draft";

const draft = { ...fresh(null, "Mara Ellis"), decision: "  We pilot two sites.  ", why: "Because." };

beforeEach(() => localStorage.clear());

describe("the draft of a decision", () => {
  it("is there again after a refresh, and only on its own board", () => {
    const steps = [newStep({ text: "Write the brief", owner: "Mara", when: null })];
    expect(keep("one", { ...draft, steps })).toBe(true);
    expect(load("one")).toMatchObject({ decision: draft.decision, owner: "Mara Ellis" });
    expect(load("one")?.steps.map(({ key: _, ...step }) => step)).toEqual([
      { text: "Write the brief", owner: "Mara", when: "" },
    ]);
    expect(load("two")).toBeNull();
    discard("one");
    expect(load("one")).toBeNull();
  });

  it("counts as none when it cannot be read, and says when it cannot be kept", () => {
    localStorage.setItem("shortlist:decision:one", '{"decision": 3}');
    expect(load("one")).toBeNull();
    localStorage.setItem("shortlist:decision:one", "{");
    expect(load("one")).toBeNull();
    const full = {
      setItem: vi.fn(() => {
        throw new Error("full");
      }),
    } as unknown as Storage;
    expect(keep("one", draft, full)).toBe(false);
  });

  it("starts with the wording that stands", () => {
    const decision: Decision = {
      n: 1,
      decision: "We wait.",
      why: null,
      owner: "Tom",
      shortlist: ["a"],
      next_steps: [{ text: "Call", owner: null, when: "Monday" }],
      outcome: "recommended",
      decide_by: "May",
    };
    expect(fresh(decision, "Mara")).toMatchObject({ decision: "We wait.", owner: "Tom", decideBy: "May", why: "" });
  });
});

describe("what is still missing", () => {
  it("is named in the order of the page", () => {
    expect(missing(fresh(null, null), [])).toEqual(["shortlist", "decision", "owner"]);
    expect(missing({ ...draft, outcome: "recommended" }, ["a"])).toEqual(["decideBy"]);
    expect(missing({ ...draft, steps: [{ ...newStep(), owner: "Tom" }] }, ["a"])).toEqual(["step"]);
    expect(missing(draft, ["a"])).toEqual([]);
  });
});

describe("the command", () => {
  it("is trimmed and holds no empty step", () => {
    const steps = [newStep(), newStep({ text: " Call ", owner: " Tom ", when: "" })];
    expect(toCommand({ ...draft, steps, decideBy: "May" }, ["b", "a"])).toEqual({
      outcome: "decided",
      decision: "We pilot two sites.",
      why: "Because.",
      owner: "Mara Ellis",
      decide_by: null,
      shortlist: ["b", "a"],
      next_steps: [{ text: "Call", owner: "Tom", when: null }],
    });
  });
});
