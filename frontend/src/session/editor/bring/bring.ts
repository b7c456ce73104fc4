/** A file that somebody brings along, as Markdown: `.md`, `.txt` and `.docx`. */

import { say } from "../../../words/say";
import { cleaned } from "../binding/clean";
import type { Brought } from "../types";

/** A file that cannot be taken over; `message` is a sentence for the person. */
export class BringError extends Error {
  override readonly name = "BringError";
}

const MOST_BYTES = 20_000_000;
const TEXTS = /\.(md|markdown|txt)$/i;

/** Reads a file in this browser; nothing of it is sent. Rejects with a `BringError` where it cannot. */
export async function bring(file: File): Promise<Brought> {
  const word = /\.docx$/i.test(file.name);
  if (!word && !TEXTS.test(file.name)) throw new BringError(say("editor-bring-kind"));
  if (file.size > MOST_BYTES) throw new BringError(say("editor-bring-large"));
  const bytes = await file.arrayBuffer();
  if (!word) return { markdown: cleaned(decoded(bytes)).trim(), leftOut: [] };
  const { fromWord } = await import("./from-word");
  try {
    return await fromWord(bytes);
  } catch {
    throw new BringError(say("editor-bring-broken"));
  }
}

/** Text of today is UTF-8; older programs wrote UTF-16 with a mark, or the code page of the West. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  for (const encoding of wide ? [wide] : ["utf-8", "windows-1252"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A file of another kind with the ending of a text.
      if (!text.includes("\0")) return text;
    } catch {}
  throw new BringError(say("editor-bring-broken"));
}
