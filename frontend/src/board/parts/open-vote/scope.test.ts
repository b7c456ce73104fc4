import { describe, expect, it } from "vitest";
import type { Option } from "../../../protocol.generated";
import { AT_ONCE, changeTo, inCommands, isAt, share } from "./scope";

const option = (id: string, kind: Option["kind"]): Option => ({
  option: id,
  kind,
  letter: null,
  number: null,
  name: id,
  named: true,
  ideas: [id],
});
const GROUPS = ["A", "B"].map((id) => option(id, "cluster"));
const LONE = ["1", "2", "3"].map((id) => option(id, "idea"));
const ALL = [...GROUPS, ...LONE];
const away = (...ids: string[]) => new Set(ids);

describe("the options of a ballot", () => {
  it("come to the groups alone by one step, whatever was set aside before", () => {
    expect(changeTo("groups", ALL, away())).toEqual({ off: ["1", "2", "3"], on: [] });
    expect(changeTo("groups", ALL, away("B", "2"))).toEqual({ off: ["1", "3"], on: ["B"] });
    expect(isAt("groups", ALL, away("1", "2", "3"))).toBe(true);
    expect(isAt("groups", ALL, away("1", "2"))).toBe(false);
  });

  it("come back to everything by one step", () => {
    expect(changeTo("everything", ALL, away("A", "3"))).toEqual({ off: [], on: ["A", "3"] });
    expect(isAt("everything", ALL, away())).toBe(true);
  });

  it("tell how much of a part is among them", () => {
    expect([share(LONE, away()), share(LONE, away("2")), share(LONE, away("1", "2", "3"))]).toEqual([
      "all",
      "some",
      "none",
    ]);
  });

  it("go in one command, or in as few as fit into a frame", () => {
    expect(inCommands([])).toEqual([]);
    expect(inCommands(["1", "2", "3"])).toEqual([{ option: "1", more: ["2", "3"] }]);
    const many = Array.from({ length: AT_ONCE + 1 }, (_, at) => String(at));
    expect(inCommands(many).map(({ more }) => more.length)).toEqual([AT_ONCE - 1, 0]);
  });
});
