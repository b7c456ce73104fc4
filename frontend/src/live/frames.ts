/**
 * The frames of a live document's websocket: a lib0 var-uint that names the kind, then the body.
 *
 * The browser asks for the document (sync step 1) and sends commands. It never sends an update, since the server is the
 * only writer.
 */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { padded, whitened } from "./pad";

const SYNC = 0;
/** A whitened command: half of the body is random, the other half is the JSON combined with it (`pad.ts`). */
const WHITENED = 104;
const ANSWER = 101;
const NOTICE = 102;

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** What answers and notices say is up to the kind of document. */
export type Frame<Answer, Notice> =
  /** `whole`: the reply to a step 1, after which the document is complete; otherwise a change on top of it. */
  | { readonly kind: "document"; readonly update: Uint8Array; readonly whole: boolean }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "notice"; readonly notice: Notice };

/** The request for what a document with this state vector lacks. */
export function askFrame(stateVector: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  encoding.writeVarUint(encoder, STEP_1);
  encoding.writeVarUint8Array(encoder, stateVector);
  return encoding.toUint8Array(encoder);
}

/** All command frames have one length, whatever they contain and whether or not the browser compresses them. */
export function commandFrame(request: object): Uint8Array<ArrayBuffer> {
  const body = whitened(padded(request));
  const frame = new Uint8Array(1 + body.length);
  frame[0] = WHITENED;
  frame.set(body, 1);
  return frame;
}

/** Decodes a frame; null for a kind that this version does not know, and for malformed bytes. */
export function read<Answer, Notice>(data: ArrayBuffer): Frame<Answer, Notice> | null {
  try {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    switch (decoding.readVarUint(decoder)) {
      case SYNC:
        return readSync(decoder);
      case ANSWER:
        return { kind: "answer", answer: JSON.parse(decoding.readVarString(decoder)) };
      case NOTICE:
        return { kind: "notice", notice: JSON.parse(decoding.readVarString(decoder)) };
      default:
        return null;
    }
  } catch {
    return null;
  }
}

function readSync(decoder: decoding.Decoder): Frame<never, never> | null {
  const step = decoding.readVarUint(decoder);
  if (step !== STEP_2 && step !== UPDATE) return null;
  return { kind: "document", update: decoding.readVarUint8Array(decoder), whole: step === STEP_2 };
}
