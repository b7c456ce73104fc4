/**
 * The frames of the text's websocket: those of y-websocket, and how many update frames are committed.
 *
 * Unlike a governed document, people write this one: both ends send updates.
 */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

const SYNC = 0;
const AWARENESS = 1;
const COMMITTED = 103;

const STEP_1 = 0;
export const STEP_2 = 1;
export const UPDATE = 2;

export type TextFrame =
  /** The server has this state, and asks for the rest. */
  | { readonly kind: "asked"; readonly stateVector: Uint8Array }
  /** `whole`: the reply to the page's own step 1, after which the text is complete. */
  | { readonly kind: "update"; readonly update: Uint8Array; readonly whole: boolean }
  /** How many update frames of this connection are committed. */
  | { readonly kind: "committed"; readonly frames: number }
  | { readonly kind: "awareness"; readonly update: Uint8Array };

/** `step`: the reply to a step 1 of the server, or a change on top of it. */
export function updateFrame(update: Uint8Array, step: typeof STEP_2 | typeof UPDATE): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

export function awarenessFrame(update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, AWARENESS);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** Decodes a frame; null for a kind that this version does not know, and for malformed bytes. */
export function readFrame(data: ArrayBuffer): TextFrame | null {
  try {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    switch (decoding.readVarUint(decoder)) {
      case SYNC:
        return readSync(decoder);
      case AWARENESS:
        return { kind: "awareness", update: decoding.readVarUint8Array(decoder) };
      case COMMITTED:
        return { kind: "committed", frames: decoding.readVarUint(decoder) };
      default:
        return null;
    }
  } catch {
    return null;
  }
}

function readSync(decoder: decoding.Decoder): TextFrame | null {
  const step = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  if (step === STEP_1) return { kind: "asked", stateVector: body };
  return step === STEP_2 || step === UPDATE ? { kind: "update", update: body, whole: step === STEP_2 } : null;
}
