/** Random ids and secrets. `crypto.randomUUID` exists on https pages only, and a board may be served on a local network. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** At most 65,536 bytes at a time. */
export function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A version 4 UUID. */
export function newId(): string {
  const raw = random(16);
  raw[6] = ((raw[6] ?? 0) & 0x0f) | 0x40;
  raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(raw, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** 128 random bits, base64url without padding. */
export function newSecret(): string {
  return btoa(String.fromCharCode(...random(16)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** Random characters of the base64url alphabet, six bits each. */
export function alphabetOf64(length: number): string {
  return Array.from(random(length), (byte) => ALPHABET[byte & 63]).join("");
}
