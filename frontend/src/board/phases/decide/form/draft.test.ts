import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Decision } from "../../../../protocol.generated";
import { fresh, keep, load, missing, newerThan, newStep, sameWording, toCommand } from "./draft";

const draft = { ...fresh(null, "Mara Ellis"), decision: "  We pilot two sites.  ", why: "Because." };

beforeEach(() => localStorage.clear());

describe("the draft of a decision", () => {
  it("is there again after a refresh, and only on its own board", () => {
    const steps = [newStep({ text: "Write the brief", owner: "Mara", when: null })];
    expect(keep("one", { ...draft, steps })).toBe(true);
    expect(load("one", null)).toMatchObject({ decision: draft.decision, owner: "Mara Ellis" });
    expect(load("one", null)?.steps.map(({ key: _, ...step }) => step)).toEqual([
      { text: "Write the brief", owner: "Mara", when: "" },
    ]);
    expect(load("two", null)).toBeNull();
    keep("one", null);
    expect(load("one", null)).toBeNull();
  });

  it("counts as none when it cannot be read, and says when it cannot be kept", () => {
    localStorage.setItem("shortlist:decision:one", '{"decision": 3}');
    expect(load("one", null)).toBeNull();
    localStorage.setItem("shortlist:decision:one", "{");
    expect(load("one", null)).toBeNull();
    const full = {
      setItem: vi.fn(() => {
        throw new Error("full");
      }),
    } as unknown as Storage;
    expect(keep("one", draft, "decision", full)).toBe(false);
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

describe("two facilitators", () => {
  const theirs: Decision = {
    n: 4,
    decision: "Buses run all night.",
    why: "It won.",
    owner: "Olga",
    shortlist: ["a", "b"],
    next_steps: [{ text: "Tell the drivers", owner: null, when: "Friday" }],
    outcome: "decided",
    decide_by: null,
  };
  const begun = fresh(theirs, null);

  it("a wording that was shown since the draft was begun has to be read first, whatever of it is new", () => {
    expect(newerThan(begun, theirs)).toBeNull();
    expect(newerThan(fresh(null, null), null)).toBeNull();
    expect(newerThan(fresh(null, null), theirs)).toBe(theirs);
    for (const part of [
      { n: 5, decision: "Buses run until two." },
      { n: 6 },
      { why: "It is fair." },
      { owner: "Paul" },
      { next_steps: [] },
      { shortlist: ["a"] },
      { outcome: "recommended" as const, decide_by: "May" },
    ])
      expect(newerThan(begun, { ...theirs, ...part }), JSON.stringify(part)).not.toBeNull();
  });

  it("what the server adds or leaves out makes no new wording", () => {
    const { why: _, decide_by: __, ...sparse } = theirs;
    expect(sameWording({ ...sparse, why: "" }, { ...theirs, why: null }, [])).toBe(true);
    expect(newerThan(begun, { ...theirs, shortlist: ["b", "a", "c"] }, ["c"])).toBeNull();
  });

  it("a draft remembers what it was begun from, also one that is put aside", () => {
    keep("one", { ...begun, decision: "Mine." }, "aside");
    expect(load("one", null)).toBeNull();
    const back = load("one", { ...theirs, n: 9 }, "aside");
    expect([back?.decision, back?.base]).toEqual(["Mine.", theirs]);
    const { base: _, ...old } = begun;
    localStorage.setItem("shortlist:decision:one", JSON.stringify(old));
    expect(load("one", theirs)?.base).toEqual(theirs);
  });
});

describe("what is still missing", () => {
  it("is named in the order of the page", () => {
    expect(missing(fresh(null, null), [])).toEqual(["shortlist", "decision", "owner"]);
    expect(missing({ ...draft, outcome: "recommended" }, ["a"])).toEqual(["by"]);
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
