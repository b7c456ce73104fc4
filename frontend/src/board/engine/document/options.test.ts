import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import cases from "../../../../../tests/data/options.json";
import { META } from "../../../../test/fake-server";
import { emptyDoc, followRoots } from "../../../live/roots";
import { type BoardDocument, type ClusterEntry, type Meta, ROOTS } from "../../../protocol.generated";
import { root } from "./document";
import { lists } from "./lists";
import { candidates, coming, dotsFor } from "./options";

type Ballot = (typeof cases.ballots)[number];

function paper({ ideas, numbers, places, clusters, aside }: Ballot): { options: unknown; all: string[] } {
  const doc = emptyDoc(ROOTS);
  doc.transact(() => {
    for (const [id, text] of Object.entries(ideas)) root(doc, "ideas").set(id, text);
    for (const [id, number] of Object.entries(numbers)) root(doc, "numbers").set(id, number);
    for (const [id, place] of Object.entries(places)) root(doc, "places").set(id, place);
    for (const [id, entry] of Object.entries(clusters)) root(doc, "clusters").set(id, entry as ClusterEntry);
  });
  const [roots] = followRoots<BoardDocument>(signal(doc), ROOTS);
  const { clusters: groups, loose } = lists(roots);
  const { options } = coming(groups.value, loose.value, { ...META, aside } as Meta);
  return { options, all: candidates(groups.value, loose.value).map(({ option }) => option) };
}

// The server freezes the ballot by the same rule when the vote opens; both are held to the same table.
test.each(cases.ballots)("the ballot has $name", (ballot) => {
  expect(paper(ballot).options).toEqual(ballot.options);
});

test("what was set aside keeps its place among all that could be an option", () => {
  const aside = cases.ballots.find(({ name }) => name === "what is set aside is no option") as Ballot;
  const away: readonly string[] = aside.aside;
  expect(paper(aside).all.filter((id) => away.includes(id))).toEqual(["homes", "i5"]);
});

test.each(cases.dots)("for $options options and $set set there are $dots dots", ({ options, set, dots }) => {
  expect(dotsFor(options, set)).toBe(dots);
});
