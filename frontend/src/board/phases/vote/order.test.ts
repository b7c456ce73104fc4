import { beforeEach, describe, expect, it } from "vitest";
import type { BallotPaper, Option } from "../../../protocol.generated";
import type { Board } from "../../engine/boot";
import { inOwnOrder, shuffledBy } from "./order";

const LETTERS = [..."ABCDEFGHI"];
const paper = (round: number): BallotPaper => ({
  round,
  dots: 3,
  runoff: false,
  options: LETTERS.map((option) => ({ option }) as Option),
});
const page = (id = "b") => ({ boot: { board: id } }) as Board;
const order = (board: Board, round = 1) => inOwnOrder(board, paper(round)).map(({ option }) => option);

beforeEach(() => localStorage.clear());

describe("the order of a ballot", () => {
  it("holds every option once, and is the same for the same seed", () => {
    expect(shuffledBy(7, LETTERS)).toEqual(shuffledBy(7, LETTERS));
    expect(shuffledBy(7, LETTERS).sort()).toEqual(LETTERS);
    expect(shuffledBy(7, [])).toEqual([]);
  });

  it("puts every option first equally often", () => {
    const first = new Map(LETTERS.map((letter) => [letter, 0]));
    for (let seed = 0; seed < 9000; seed += 1) {
      const [letter = ""] = shuffledBy(seed * 2654435761, LETTERS);
      first.set(letter, (first.get(letter) ?? 0) + 1);
    }
    // Five standard deviations around a thousand each.
    for (const count of first.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("is the same after a reload, and another one in the next round", () => {
    localStorage.setItem("shortlist/b/participate/order/1", "11");
    localStorage.setItem("shortlist/b/participate/order/2", "12");
    expect(order(page())).toEqual(shuffledBy(11, LETTERS));
    expect(order(page(), 2)).toEqual(shuffledBy(12, LETTERS));
  });

  it("is kept by the browser that drew it", () => {
    const before = order(page());
    expect(order(page())).toEqual(before);
    expect(Object.keys(localStorage)).toEqual(["shortlist/b/participate/order/1"]);
  });

  it("is that of the tab whose seed stands, when two tabs drew one at the same time", () => {
    const board = page();
    order(board);
    localStorage.setItem("shortlist/b/participate/order/1", "12");
    localStorage.setItem("shortlist/b/participate/order/2", "13");
    dispatchEvent(new StorageEvent("storage", { key: "shortlist/b/participate/order/2" }));
    dispatchEvent(new StorageEvent("storage", { key: "shortlist/b/participate/order/1" }));
    expect(order(board)).toEqual(shuffledBy(12, LETTERS));
    expect(order(board, 2)).toEqual(shuffledBy(13, LETTERS));
  });

  it("stays as it is on a page whose browser stores nothing", () => {
    const board = page();
    const before = order(board);
    localStorage.clear();
    expect(order(board)).toEqual(before);
  });
});
