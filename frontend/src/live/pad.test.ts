import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Request } from "../board/engine/types";
import { commandFrame } from "./frames";
import { LEAST, padded, STEP, whitened } from "./pad";

function idea(text: string): Request {
  return { id: "r", do: "add_idea", idea: "i", text, secret: "s" };
}

test.each([
  ["one letter", "a"],
  ["a sentence", "Let councils borrow to build homes near stations, and let them keep what they earn by it."],
  ["letters of several bytes", "ё".repeat(90)],
  ["what JSON escapes", '"\n'.repeat(40)],
  ["half a surrogate pair", "\ud83c"],
  ["a thousand letters", "b".repeat(1000)],
])("%s has the length of every other command", (_, text) => {
  const bytes = padded(idea(text));
  expect(bytes.length).toBe(LEAST);
  const { pad, ...command } = JSON.parse(new TextDecoder().decode(bytes));
  expect(command).toEqual(idea(text));
  expect(pad).toMatch(/^[\w-]*$/);
});

test("a longer command grows by whole steps, and fits exactly at every length", () => {
  for (let length = 1200; length < 1200 + 2 * STEP; length++) {
    const size = padded(idea("x".repeat(length))).length;
    const bare = JSON.stringify({ ...idea("x".repeat(length)), pad: "" }).length;
    expect([size % STEP, size >= bare, size - bare < STEP]).toEqual([0, true, true]);
  }
});

test("the pad differs each time, also when the same command is sent again", () => {
  const pads = Array.from({ length: 20 }, () => JSON.parse(new TextDecoder().decode(padded(idea("again")))).pad);
  expect(new Set(pads).size).toBe(20);
});

test("combining the halves of whitened bytes gives the plain ones", () => {
  const plain = new Uint8Array([0, 1, 2, 253, 254, 255]);
  const both = whitened(plain);
  expect([...both.slice(6)].map((byte, at) => byte ^ (both[at] ?? 0))).toEqual([...plain]);
});

test("repetitive and random text leave in frames of one length, compressed or not", () => {
  const texts = ["a", "a".repeat(300), "Homes near stations. ".repeat(20), "Zq3~x{9".repeat(3)];
  const sizes = texts.flatMap((text) =>
    Array.from({ length: 25 }, () => deflateRawSync(commandFrame(idea(text)), { level: 9 }).length),
  );
  expect(new Set(sizes).size).toBe(1);
});
