import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { table } from "../../../../../test/wall";
import { LOOSE } from "./wall";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what others do shows at once where nobody is", () => {
  const { move, shown } = table();
  move("b", "X");
  expect(shown()).toBe("acdef b ");
});

test("under my pointer nothing leaves until I go, and the page says that something waits", () => {
  const { wall, move, shown } = table();
  wall.pointed.value = LOOSE;
  move("b", "X");
  move("d", "Y");
  expect(shown()).toBe("abcdef  ");
  expect(wall.stale.value.get("b")).toBe("X");
  expect(wall.waiting(LOOSE).value).toBe(2);
  wall.pointed.value = null;
  expect(shown()).toBe("acef b d");
});

test("the rest of the wall goes on meanwhile", () => {
  const { wall, move, shown } = table();
  move("a", "X");
  wall.focused.value = LOOSE;
  move("a", "Y");
  expect(shown()).toBe("bcdef  a");
});

test("my own move shows before the server has answered, whatever is held", () => {
  const { wall, move, shown } = table();
  wall.pointed.value = LOOSE;
  wall.sent.value = new Map([["c", { cluster: "X", rank: null }]]);
  expect(shown()).toBe("abdef c ");
  move("c", "X", "c");
  wall.sent.value = new Map();
  expect(shown()).toBe("abdef c ");
});

test("a name I give shows at once and stays, with the focus still on it", () => {
  const { wall } = table();
  wall.focused.value = "X";
  wall.called.value = new Map([["X", "Mine"]]);
  expect(wall.entry("X").value?.name).toBe("Mine");
  wall.called.value = new Map();
  expect(wall.entry("X").value?.name).toBe("Mine");
});

test("letting go for once shows what waits", () => {
  const { wall, move, shown } = table();
  wall.pointed.value = LOOSE;
  move("b", "X");
  wall.letGo();
  expect(shown()).toBe("acdef b ");
});

test("a group keeps its column while cards come and go", () => {
  const { wall, move } = table();
  const before = wall.lanes.value;
  for (const id of "abcdef") move(id, "Y");
  expect(wall.lanes.value).toBe(before);
});

test("the groups take a column of the loose ideas when nobody points at the wall, and no menu is open", () => {
  const { wall, move } = table();
  wall.view.value = { width: 800, room: 150 };
  expect([wall.loose.value.length, wall.lanes.value.length]).toEqual([2, 1]);
  wall.above.value = 0;
  for (const id of "abc") move(id, "Y");
  expect([wall.loose.value.length, wall.lanes.value.length]).toEqual([2, 1]);
  wall.menu.value = { subject: { kind: "group", cluster: "X" }, anchor: document.body, boxes: ["X"] };
  wall.above.value = null;
  expect(wall.lanes.value.length).toBe(1);
  wall.menu.value = null;
  expect(wall.lanes.value).toEqual([["Y"], ["X"]]);
  expect(wall.loose.value).toEqual([["e", "d", "f"]]);
});

test("a range runs in the order of the numbers, whatever the columns", () => {
  const { wall } = table();
  expect(wall.order().join("")).toBe("abcdef");
});

test("counts are of the same moment as the cards, and a group with ideas is never taken for empty", () => {
  const { wall, move } = table();
  wall.pointed.value = LOOSE;
  for (const id of "ace") move(id, "Y");
  expect(wall.box("Y").value).toEqual([]);
  expect([wall.standing.value.shown, wall.count(LOOSE).value.shown]).toEqual([6, 6]);
  expect([wall.coming("X").value, wall.coming("Y").value]).toEqual([0, 3]);
  wall.pointed.value = null;
  expect([wall.standing.value.shown, wall.count(LOOSE).value.shown]).toEqual([6, 3]);
  expect(wall.coming("Y").value).toBe(0);
});

test("my own move out of a group leaves it empty before the server has answered", () => {
  const { wall, move } = table();
  move("d", "X");
  wall.sent.value = new Map([["d", { cluster: null, rank: null }]]);
  expect([wall.box("X").value.length, wall.coming("X").value]).toEqual([0, 0]);
});

test("a drag holds every box, and only the tray has room to say what waits", () => {
  const { wall, move } = table();
  move("f", "X");
  wall.carried.value = ["a"];
  move("b", "X");
  move("f", "Y");
  expect([LOOSE, "X", "Y"].map((box) => wall.waiting(box).value)).toEqual([1, 0, 0]);
});

test("what many do at once shows together, and my own move at once", () => {
  const { wall, moves, shown } = table();
  moves("b", "X");
  moves("c", "X");
  expect(shown()).toBe("acdef b ");
  wall.sent.value = new Map([["a", { cluster: "Y", rank: null }]]);
  expect(shown()).toBe("def bc a");
});

test("my own move shows as soon as the server has it, whatever others did just before", () => {
  const { wall, moves, shown } = table();
  moves("b", "X");
  wall.pointed.value = LOOSE;
  wall.sent.value = new Map([["a", { cluster: "Z", rank: null }]]);
  moves("a", "Y");
  wall.sent.value = new Map();
  expect(shown()).toBe("cdef b a");
});

test("what others did while I carried a card shows when I let it go", () => {
  const { wall, moves, shown } = table();
  wall.carried.value = ["a"];
  moves("b", "X");
  expect(shown()).toBe("abcdef  ");
  wall.carried.value = [];
  expect(shown()).toBe("acdef b ");
});

test("counts are of the moment of the cards and leave out what nobody can read", () => {
  const { wall, move, hide } = table();
  expect([wall.standing.value, wall.count(LOOSE).value.shown]).toEqual([{ shown: 6, hidden: 0 }, 6]);
  hide("e");
  move("a", "X");
  move("e", "X");
  expect([wall.standing.value, wall.count(LOOSE).value]).toEqual([
    { shown: 5, hidden: 1 },
    { shown: 4, hidden: 0 },
  ]);
  expect(wall.count("X").value).toEqual({ shown: 1, hidden: 1 });
  wall.pointed.value = LOOSE;
  move("b", "X");
  expect(wall.count(LOOSE).value.shown).toBe(4);
});
