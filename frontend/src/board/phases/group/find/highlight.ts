/** Marks what the find box found inside the cards, without drawing one of them again. */

import { effect } from "@preact/signals";
import { cardOf } from "../wall/land";
import type { Wall } from "../wall/wall";
import { asked, type Query } from "./find";

const NAME = "found";

/** Where the words stand in the text itself; a text whose length changes by folding has no marks. */
export function spans(query: Query, text: string): [start: number, end: number][] {
  const hay = text.toLowerCase();
  if (hay.length !== text.length) return [];
  const found: [number, number][] = [];
  for (const word of query.words)
    for (let at = hay.indexOf(word); at >= 0; at = hay.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
  return found;
}

export function highlight(wall: Wall): () => void {
  if (typeof Highlight === "undefined" || !CSS.highlights) return () => {};
  let frame = 0;
  const stop = effect(() => {
    const query = asked(wall.sought.value);
    const found = wall.found.value;
    cancelAnimationFrame(frame);
    CSS.highlights.delete(NAME);
    if (!query || !found) return;
    // The cards are drawn first.
    frame = requestAnimationFrame(() => {
      const ranges: Range[] = [];
      for (const idea of found) {
        const text = cardOf(idea)?.querySelector(".text")?.firstChild;
        if (!(text instanceof Text)) continue;
        for (const [start, end] of spans(query, text.data)) {
          const range = new Range();
          range.setStart(text, start);
          range.setEnd(text, end);
          ranges.push(range);
        }
      }
      CSS.highlights.set(NAME, new Highlight(...ranges));
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
    CSS.highlights.delete(NAME);
  };
}
