/**
 * Makes the length of a command say nothing about its content.
 *
 * Encryption hides the bytes of a frame but not their number, and a length can identify who wrote a text. Every command
 * is therefore padded to a common size. The browser may compress what it sends, which would undo the padding, so the
 * bytes are whitened too: no compressor shortens random bytes.
 */

import { alphabetOf64, random } from "./random";

/**
 * The size of a padded command in bytes of its JSON: the smallest multiple of STEP, from LEAST, that holds it. LEAST
 * holds a text of 1,000 letters in ASCII: longer texts are rare and would stand out most.
 */
export const STEP = 256;
export const LEAST = 1280;

/** The JSON of a command with a random `pad` that fills it up to a multiple of STEP bytes. */
export function padded(request: object): Uint8Array<ArrayBuffer> {
  const open = JSON.stringify({ ...request, pad: "" }).slice(0, -2);
  const text = new TextEncoder();
  const size = text.encode(open).length + 2;
  return text.encode(`${open}${alphabetOf64(Math.max(LEAST, Math.ceil(size / STEP) * STEP) - size)}"}`);
}

/** Random bytes, followed by the plain ones combined with them by exclusive or. */
export function whitened(plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = plain.length;
  const both = new Uint8Array(2 * size);
  both.set(random(size));
  for (let at = 0; at < size; at++) both[size + at] = (both[at] ?? 0) ^ (plain[at] ?? 0);
  return both;
}
