import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { placed } from "./carets";
import { Caret, NameRow, tint } from "./markers";

afterEach(() => document.body.replaceChildren());

const BOX = { left: 10, top: 20, height: 24 };

test("a name is text and never markup, and a colour never comes from the wire", () => {
  const caret = new Caret(1, "<img src=x onerror=alert(1)>", 1, 0, BOX).draw();
  expect(caret.querySelector("img")).toBeNull();
  expect(caret.textContent).toBe("<img src=x onerror=alert(1)>");
  const hostile = "red; position: fixed" as unknown as number;
  expect([0, 7, 8, -3, 2.7, Number.NaN, hostile].map(tint)).toEqual([
    "who-0",
    "who-7",
    "who-0",
    "who-3",
    "who-2",
    "who-0",
    "who-0",
  ]);
});

test("a caret that moves keeps its element, and its flag shows again", () => {
  const drawn = new Caret(1, "Ben", 1, 0, BOX).draw();
  const flags = [{ currentTime: 900 }];
  drawn.getAnimations = () => flags as unknown as Animation[];
  const mapped = new Caret(1, "Ben", 1, 0, { ...BOX, left: 30 });
  expect(mapped.update(drawn, new Caret(1, "Ben", 1, 0, BOX))).toBe(true);
  expect([drawn.style.left, flags[0]?.currentTime]).toEqual(["30px", 900]);
  expect(new Caret(1, "Ben", 1, 1, BOX).update(drawn, mapped)).toBe(true);
  expect(flags[0]?.currentTime).toBe(0);
  expect(new Caret(2, "Jo", 1, 1, BOX).update(drawn, mapped)).toBe(false);
});

test("a flag opens to the side that has room, and turns with its caret", () => {
  const at = (left: number, leftwards: boolean) => new Caret(1, "Ben", 1, 0, { ...BOX, left }, leftwards);
  const drawn = at(10, false).draw();
  expect(drawn.classList.contains("leftwards")).toBe(false);
  expect(at(500, true).update(drawn, at(10, false))).toBe(true);
  expect(drawn.classList.contains("leftwards")).toBe(true);
});

test("the names of one line stand in one row", () => {
  const row = new NameRow([new Caret(1, "Ben", 1, 0, BOX), new Caret(2, "Jo", 2, 0, BOX)], 600);
  expect([...row.draw().children].map(({ textContent, className }) => [textContent, className])).toEqual([
    ["Ben", "who-1"],
    ["Jo", "who-2"],
  ]);
});

test("a cursor has a place once what it stands at is here, and only in this text", () => {
  const theirs = new Y.Doc();
  theirs.getText("artifact").insert(0, "words");
  const at = (type: Y.Text, index: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, index, -1));
  const cursor = (client: number, anchor: unknown) => ({
    client,
    person: "p",
    name: "Ben",
    colour: 1,
    anchor,
    head: anchor,
  });
  const doc = new Y.Doc();
  const text = doc.getText("artifact");
  const cursors = [
    cursor(1, at(theirs.getText("artifact"), 3)),
    cursor(2, at(theirs.getText("other"), 0)),
    cursor(3, { item: "x" }),
    cursor(4, null),
  ];
  expect([...placed(cursors, new Map(), text).values()].map((one) => one.at)).toEqual([null, null, null, null]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
  const now = placed(cursors, new Map(), text);
  expect([...now.values()].map((one) => one.at?.head ?? null)).toEqual([3, null, null, null]);
  expect(placed(cursors, now, text).get(1)?.moves).toBe(now.get(1)?.moves);
});
