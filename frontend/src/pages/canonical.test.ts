import { expect, test } from "vitest";
import vectors from "../../../tests/data/canonical.json";
import housing from "../../../tests/decisions/golden/housing.json?raw";
import { canonical } from "./canonical";
import { sha256 } from "./sha256";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each(vectors)("as the server writes it: $name", ({ json, ...expected }) => {
  const value: unknown = JSON.parse(json);
  if (expected.refused) {
    expect(() => canonical(value)).toThrow(RangeError);
    return;
  }
  expect(canonical(value)).toBe(expected.canonical);
  expect(sha256(bytes(canonical(value)))).toBe(expected.sha256);
});

test("a whole record comes out as it is", () => {
  expect(canonical(JSON.parse(housing))).toBe(housing);
});

test("sums are those of FIPS 180-4", () => {
  const known = {
    "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    abc: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq:
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  };
  for (const [text, sum] of Object.entries(known)) expect(sha256(bytes(text))).toBe(sum);
  expect(sha256(bytes("a".repeat(1_000_000)))).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
});

test("every length around the end of a block agrees with the browser's own", async () => {
  for (let length = 0; length < 200; length += 1) {
    const content = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
    const own = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    expect(sha256(content)).toBe([...own].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
});

test("a part of a larger buffer is read where it lies", () => {
  const all = bytes("xxabcxx");
  expect(sha256(all.subarray(2, 5))).toBe(sha256(bytes("abc")));
});
