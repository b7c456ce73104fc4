import { expect, test } from "vitest";
import cases from "../../../tests/data/contract.json";
import type { Condition, Contract, Person } from "../worksession.generated";
import { parts, sentence } from "./sentence";

type Case = (typeof cases)[number] & { kind?: string; people: Record<string, Partial<Person>> };

function agreed(given: Case) {
  const contract = { audience: null, owner: null, ...(given.contract as Partial<Contract>) } as Contract;
  const rows = given.conditions.map((text, at): [string, Condition] => [
    String(at),
    { text, met: false, rank: String(at).padStart(3, "0"), note: null },
  ]);
  const people = Object.entries(given.people).map(([id, one]): [string, Person] => [
    id,
    { role: "member", removed: false, ...one } as Person,
  ]);
  const kind = (given.kind ?? "team") as "team";
  return { meta: { kind, contract }, conditions: new Map(rows), people: new Map(people) };
}

test.each(cases as Case[])("$name", (given) => {
  expect(sentence(agreed(given))).toBe(given.sentence);
});

test("what people typed is told from the words of the tool", () => {
  const given = cases[0] as Case;
  const typed = parts(agreed(given))
    .filter((part) => part.typed)
    .map(({ text }) => text);
  expect(typed).toEqual(["A brief", "the council", ...given.conditions, "Mara"]);
});
