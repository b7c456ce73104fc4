/**
 * The cursors of others, drawn on a layer above the text: nothing in the text moves when one appears, not even while an
 * input method is composing.
 */

import { EditorSelection, type Extension, StateEffect } from "@codemirror/state";
import { type EditorView, layer, RectangleMarker, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { ReadonlySignal } from "@preact/signals";
import * as Y from "yjs";
import { fromShared } from "../binding/shared";
import type { OthersCursor } from "../types";
import { Caret, NameRow, tint } from "./markers";

/** The layers draw what changed. */
const drawn = StateEffect.define<null>();

/** A cursor with its place in the text; null as long as what it stands at has not arrived. */
interface Placed {
  readonly cursor: OthersCursor;
  readonly at: { readonly anchor: number; readonly head: number } | null;
  /** Goes up when its person moves it. */
  readonly moves: number;
}

type At = Placed["at"];

/** The index of a relative position; null if it is none of this text. */
function indexOf(position: unknown, text: Y.Text): number | null {
  try {
    const found =
      text.doc && Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), text.doc);
    return found?.type === text ? found.index : null;
  } catch {
    // What came over the wire is not a position.
    return null;
  }
}

function place({ anchor, head }: OthersCursor, text: Y.Text): At {
  const [one, other] = [indexOf(anchor, text), indexOf(head, text)];
  return one === null || other === null ? null : { anchor: one, head: other };
}

const same = (one: At, other: At): boolean => one?.anchor === other?.anchor && one?.head === other?.head;

export function placed(
  cursors: readonly OthersCursor[],
  before: ReadonlyMap<number, Placed>,
  text: Y.Text,
): Map<number, Placed> {
  return new Map(
    cursors.map((cursor) => {
      const was = before.get(cursor.client);
      const at = place(cursor, text);
      return [cursor.client, { cursor, at, moves: (was?.moves ?? 0) + (was && same(was.at, at) ? 0 : 1) }];
    }),
  );
}

class Others {
  known: ReadonlyMap<number, Placed> = new Map();
  readonly #stop: () => void;
  readonly #text: Y.Text;

  constructor(view: EditorView, text: Y.Text, others: ReadonlySignal<readonly OthersCursor[]>) {
    this.#text = text;
    let open = false;
    this.#stop = others.subscribe((cursors) => {
      this.known = placed(cursors, this.known, text);
      if (open) view.dispatch({ effects: drawn.of(null) });
    });
    open = true;
  }

  update({ transactions }: ViewUpdate): void {
    for (const one of transactions) if (one.docChanged) this.#map(one.changes, one.annotation(fromShared) === true);
  }

  /** Who writes is past their own words, also before their cursor arrives. */
  #map(changes: ViewUpdate["changes"], theirs: boolean): void {
    const moved = (at: number): number => changes.mapPos(at, theirs ? 1 : -1);
    this.known = new Map(
      [...this.known].map(([client, { cursor, at, moves }]) => {
        const now = at ? { anchor: moved(at.anchor), head: moved(at.head) } : place(cursor, this.#text);
        return [client, { cursor, at: now, moves }];
      }),
    );
  }

  destroy(): void {
    this.#stop();
  }
}

const asks = (update: ViewUpdate): boolean =>
  update.docChanged ||
  update.viewportChanged ||
  update.transactions.some((one) => one.effects.some((e) => e.is(drawn)));

/** Draws the cursors of `others`. */
export function carets(text: Y.Text, others: ReadonlySignal<readonly OthersCursor[]>): Extension {
  const plugin = ViewPlugin.define((view) => new Others(view, text, others));
  const inSight = (view: EditorView) => {
    const { length } = view.state.doc;
    return [...(view.plugin(plugin)?.known.values() ?? [])].flatMap(({ cursor, at, moves }) => {
      if (!at || at.head > length || at.anchor > length) return [];
      return [{ cursor, at, moves, visible: at.head >= view.viewport.from && at.head <= view.viewport.to }];
    });
  };
  return [
    plugin,
    layer({
      above: false,
      class: "ranges",
      update: asks,
      markers: (view) =>
        inSight(view)
          .filter(({ at }) => at.anchor !== at.head)
          .flatMap(({ cursor, at }) =>
            RectangleMarker.forRange(view, `range ${tint(cursor.colour)}`, EditorSelection.range(at.anchor, at.head)),
          ),
    }),
    layer({
      above: true,
      class: "carets",
      update: asks,
      markers: (view) => {
        const across = view.scrollDOM.clientWidth;
        const found = inSight(view).flatMap(({ cursor, at, moves, visible }) => {
          const [box] = visible ? RectangleMarker.forRange(view, "", EditorSelection.cursor(at.head, -1)) : [];
          return box ? [new Caret(cursor.client, cursor.name, cursor.colour, moves, box, box.left > across / 2)] : [];
        });
        const rows = new Map<number, Caret[]>();
        for (const one of found) {
          const top = Math.round(one.box.top);
          rows.set(top, [...(rows.get(top) ?? []), one]);
        }
        return [...found, ...[...rows.values()].map((row) => new NameRow(row, across))];
      },
    }),
  ];
}
