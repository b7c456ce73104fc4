import { expect, test } from "vitest";
import * as Y from "yjs";
import { root } from "../board/engine/document/document";
import { ROOTS } from "../protocol.generated";
import { askFrame, commandFrame, read } from "./frames";
import { LEAST } from "./pad";
import { emptyDoc } from "./roots";

function bytes(...parts: (number | string)[]): ArrayBuffer {
  const all = parts.flatMap((part) => (typeof part === "number" ? [part] : [...new TextEncoder().encode(part)]));
  return new Uint8Array(all).buffer;
}

test("a command is 104, random bytes, and its padded JSON combined with them", () => {
  const command = { id: "r1", do: "withdraw_idea", idea: "é", secret: "s" } as const;
  const frame = commandFrame(command);
  const size = (frame.length - 1) / 2;
  const plain = frame.slice(1 + size).map((byte, at) => byte ^ (frame[1 + at] ?? 0));
  const { pad, ...sent } = JSON.parse(new TextDecoder().decode(plain));
  expect([frame[0], size, sent]).toEqual([104, LEAST, command]);
  expect(pad).toMatch(/^[\w-]+$/);
});

test("the only frame sent about the document is the request for it", () => {
  expect([...askFrame(Y.encodeStateVector(new Y.Doc()))]).toEqual([0, 0, 1, 0]);
});

test("answers and notices are read from their bytes", () => {
  const answer = '{"id":"r1","answer":"late","why":"Kept — für später."}';
  expect(read(bytes(101, new TextEncoder().encode(answer).length, answer))).toEqual({
    kind: "answer",
    answer: { id: "r1", answer: "late", why: "Kept — für später." },
  });
  expect(read(bytes(102, 11, '{"epoch":3}'))).toEqual({ kind: "notice", notice: { epoch: 3 } });
});

test("reads what the server's library wrote: text, numbers, null, nested lists", () => {
  const written =
    "AQaew829ouShBAAoAQVpZGVhcwFhAXcLaMOpbGxvIPCfpoQoAQdudW1iZXJzAWEBfEDgAAAoAQZwbGFjZXMBYQF2AgdjbHVzdGVyfgRyYW5rdwFW" +
    "KAEEbWV0YQZjb3VudHMBdgMBeHw/wAAABmpvaW5lZHxAQAAABXdyb3RlfigBBG1ldGEHbWludXRlcwF8QSAAACgBBG1ldGEGcm91bmRzAXUBdgIF" +
    "cm91bmR8P4AAAAV0YWxseXUBdgMGb3B0aW9udwFhBGJvbGR8AAAAAARkb3RzfEAAAAAA";
  const update = Uint8Array.from(atob(written), (char) => char.charCodeAt(0));
  const head = [0, 1, (update.length & 0x7f) | 0x80, update.length >> 7];
  const frame = read(new Uint8Array([...head, ...update]).buffer);
  if (frame?.kind !== "document") throw new Error("no document");
  expect(frame.whole).toBe(true);
  const doc = emptyDoc(ROOTS);
  Y.applyUpdate(doc, frame.update);
  expect(root(doc, "ideas").get("a")).toBe("héllo 🦄");
  expect(root(doc, "numbers").get("a")).toBe(7);
  expect(root(doc, "places").get("a")).toEqual({ cluster: null, rank: "V" });
  expect(root(doc, "meta").get("rounds")).toEqual([{ round: 1, tally: [{ option: "a", dots: 2, bold: 0 }] }]);
});

test("distinguishes an update from a whole document", () => {
  expect(read(bytes(0, 2, 2, 0, 0))).toEqual({ kind: "document", update: new Uint8Array([0, 0]), whole: false });
});

test.each([
  ["nothing", bytes()],
  ["an unknown kind", bytes(7, 1, "x")],
  ["a step 1, which only browsers send", bytes(0, 0, 1, 0)],
  ["a length beyond the end", bytes(102, 90, "{}")],
  ["malformed JSON", bytes(101, 3, "{no")],
])("%s is ignored", (_, frame) => {
  expect(read(frame)).toBeNull();
});
