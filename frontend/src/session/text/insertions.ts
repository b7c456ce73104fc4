/** Which words a person's own updates insert, and which of them a text lacks. */

import * as Y from "yjs";
import { codePoints, merged } from "./pieces";

/** The name of the only root of the document. */
export const ARTIFACT = "artifact";

interface Update {
  readonly update: Uint8Array;
}

/** Neighbouring characters that one page inserted one after the other. */
interface Piece {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
  /** Pieces with the same number stand beside each other. */
  readonly run: number;
}

interface Span {
  readonly clock: number;
  readonly len: number;
}

/** A run of this length stands nowhere else by chance. */
const UNMISTAKABLE = 40;
/** The characters on either side by which a shorter run is recognised. */
const CONTEXT = 16;
/** Stands for the beginning and the end of a text; no text contains it. */
const EDGE = "\0";

/** How many code points the updates insert and do not delete again. */
export function insertedCharacters(updates: readonly Update[]): number {
  return insertions(updates, false).reduce((sum, { text }) => sum + codePoints(text), 0);
}

/**
 * The same for updates that the document has. Those of other pages come first, then those of `writer`, the page's own
 * client id: from the first of these on, everything that it inserted is in the updates.
 */
export function insertedInto(doc: Y.Doc, updates: readonly Update[], writer: number): number {
  const from = new Map<number, number>();
  for (const { update } of updates) {
    for (const { id } of Y.decodeUpdate(update).structs) {
      from.set(id.client, Math.min(id.clock, from.get(id.client) ?? id.clock));
    }
    // The others need not be read: there may be thousands.
    if (from.has(writer)) break;
  }
  return [...from].reduce((sum, [client, clock]) => sum + standingSince(doc, client, clock), 0);
}

/** How many code points of a page stand in the document, from a clock on. */
function standingSince(doc: Y.Doc, client: number, clock: number): number {
  return writtenSince(doc, client, clock).reduce((sum, { text }) => sum + codePoints(text), 0);
}

/** What a page wrote from a clock on and nobody deleted, the last first. */
function writtenSince(doc: Y.Doc, client: number, since: number): Piece[] {
  const structs = doc.store.clients.get(client) ?? [];
  const found: Piece[] = [];
  for (let at = structs.length - 1; at >= 0; at -= 1) {
    const item = structs[at];
    if (item === undefined || item.id.clock + item.length <= since) break;
    if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const clock = Math.max(since, item.id.clock);
    found.push({ client, clock, text: item.content.str.slice(clock - item.id.clock), run: found.length });
  }
  return found;
}

/** What a page wrote from a clock on and is not in the text `now`, in the order of the document. */
export function lostSince(doc: Y.Doc, client: number, clock: number, now: string): string {
  return inLines(runsIn(doc, writtenSince(doc, client, clock), now));
}

/**
 * The words of each page that are in the updates but not in the text `now`, by the client id of the page. Their order is
 * that of `doc`; without one, of which nothing is left after a reload, that in which they were typed.
 */
export function lostWords(updates: readonly Update[], now: string, doc: Y.Doc | null): Map<number, string> {
  const pieces = insertions(updates, doc === null);
  const found = new Map<number, string>();
  for (const client of new Set(pieces.map((piece) => piece.client))) {
    const own = pieces.filter((piece) => piece.client === client);
    const runs = doc === null ? runsOf(own, now) : runsIn(doc, own, now);
    found.set(client, inLines(runs));
  }
  return found;
}

const inLines = (runs: readonly string[]): string => runs.filter((run) => run.trim() !== "").join("\n");

/** What the updates insert and do not delete; `arranged`: in the order of the text, as far as they know each other. */
function insertions(updates: readonly Update[], arranged: boolean): Piece[] {
  if (updates.length === 0) return [];
  const { structs, ds } = Y.decodeUpdate(merged(updates));
  const placed: Piece[] = [];
  for (const item of structs) {
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
    const piece = { client: item.id.client, clock: item.id.clock, text: item.content.str, run: placed.length };
    const last = placed.at(-1);
    if (arranged) {
      const beside = place(placed, item.origin, 1) ?? place(placed, item.rightOrigin, 0);
      placed.splice(beside?.at ?? placed.length, 0, { ...piece, run: beside?.run ?? placed.length });
    } else if (last?.client === piece.client && last.clock + last.text.length === piece.clock) {
      placed.splice(-1, 1, { ...last, text: last.text + piece.text });
    } else placed.push(piece);
  }
  return placed.flatMap((piece) => standing(piece, ds.clients.get(piece.client) ?? []));
}

/** The place directly after (1) or before (0) a character, if it is among the pieces. */
function place(placed: Piece[], id: Y.ID | null, side: 0 | 1): { at: number; run: number } | null {
  // What is typed mostly stands beside what was typed last.
  let index = id === null ? -1 : placed.length - 1;
  while (index >= 0 && !contains(placed[index], id)) index -= 1;
  const piece = placed[index];
  if (id === null || piece === undefined) return null;
  const offset = id.clock - piece.clock + side;
  if (offset > 0 && offset < piece.text.length) {
    const [left, right] = [piece.text.slice(0, offset), piece.text.slice(offset)];
    placed.splice(index, 1, { ...piece, text: left }, { ...piece, clock: piece.clock + offset, text: right });
  }
  return { at: index + Math.sign(offset), run: piece.run };
}

function contains(piece: Piece | undefined, id: Y.ID | null): boolean {
  if (piece?.client !== id?.client || piece === undefined || id === null) return false;
  return piece.clock <= id.clock && id.clock < piece.clock + piece.text.length;
}

function standing(piece: Piece, deleted: readonly Span[]): Piece[] {
  const found: Piece[] = [];
  let [clock, end] = [piece.clock, piece.clock + piece.text.length];
  const until = (stop: number): void => {
    if (stop > clock) found.push({ ...piece, clock, text: piece.text.slice(clock - piece.clock, stop - piece.clock) });
  };
  for (const span of deleted) {
    if (span.clock + span.len <= clock || span.clock >= end) continue;
    until(span.clock);
    clock = span.clock + span.len;
  }
  until(end);
  return found;
}

/** Without the document nothing is known of what stands beside a run, so a short one may be in the text by chance. */
function runsOf(pieces: readonly Piece[], now: string): string[] {
  const runs: string[] = [];
  pieces.forEach(({ run, text }, at) => {
    if (at > 0 && pieces[at - 1]?.run === run) runs.push(`${runs.pop()}${text}`);
    else runs.push(text);
  });
  return runs.filter((run) => run.length < UNMISTAKABLE || !now.includes(run));
}

/** The stretches of the document that consist of these pieces. */
function runsIn(doc: Y.Doc, pieces: readonly Piece[], now: string): string[] {
  const shared = doc.getText(ARTIFACT);
  const text = shared.toString();
  const own = new Uint8Array(text.length + 1);
  let at = 0;
  for (let item = shared._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    for (const [from, to] of shares(item, pieces)) own.fill(1, at + from, at + to);
    at += item.length;
  }
  const runs: string[] = [];
  for (let start = own.indexOf(1); start >= 0; start = own.indexOf(1, start)) {
    const stop = own.indexOf(0, start);
    const end = stop < 0 ? own.length : stop;
    if (!isIn(now, text, start, end)) runs.push(text.slice(start, end));
    start = end;
  }
  return runs;
}

/** Which parts of an item are among the pieces. */
function shares({ id, length }: Y.Item, pieces: readonly Piece[]): [number, number][] {
  return pieces.flatMap(({ client, clock, text }): [number, number][] => {
    const [from, to] = [Math.max(0, clock - id.clock), Math.min(length, clock + text.length - id.clock)];
    return client === id.client && from < to ? [[from, to]] : [];
  });
}

/** Whether the stretch of a text also stands in the text `now`: with what stands beside it, unless it is long. */
function isIn(now: string, text: string, start: number, end: number): boolean {
  if (end - start >= UNMISTAKABLE && now.includes(text.slice(start, end))) return true;
  const beside = `${EDGE}${text}${EDGE}`.slice(Math.max(0, start + 1 - CONTEXT), end + 1 + CONTEXT);
  return `${EDGE}${now}${EDGE}`.includes(beside);
}
