/** What is drawn of another person: a caret with a flag that shows for a moment, and the name in the margin. */

import type { LayerMarker, RectangleMarker } from "@codemirror/view";

/** The class with a person's colour. Whatever comes in, it is one of the palette. */
export const tint = (colour: number): string => `who-${Math.abs(Math.trunc(colour)) % 8 || 0}`;

type Box = Pick<RectangleMarker, "left" | "top" | "height">;

export class Caret implements LayerMarker {
  constructor(
    readonly client: number,
    readonly name: string,
    readonly colour: number,
    readonly moves: number,
    readonly box: Box,
    /** The flag opens to the left, where the room is. */
    readonly leftwards = false,
  ) {}

  eq(other: LayerMarker): boolean {
    return other instanceof Caret && this.#same(other) && this.moves === other.moves && this.#sits(other);
  }

  draw(): HTMLElement {
    const caret = document.createElement("div");
    caret.className = `caret ${tint(this.colour)}`;
    const flag = caret.appendChild(document.createElement("bdi"));
    flag.className = "flag";
    flag.textContent = this.name;
    this.#set(caret);
    return caret;
  }

  update(caret: HTMLElement, before: LayerMarker): boolean {
    if (!(before instanceof Caret) || !this.#same(before)) return false;
    this.#set(caret);
    // The flag is an animation that begins again.
    if (this.moves !== before.moves) for (const flag of caret.getAnimations({ subtree: true })) flag.currentTime = 0;
    return true;
  }

  #same(other: Caret): boolean {
    return this.client === other.client && this.name === other.name && this.colour === other.colour;
  }

  #sits({ box }: Caret): boolean {
    return this.box.left === box.left && this.box.top === box.top && this.box.height === box.height;
  }

  #set({ style, classList }: HTMLElement): void {
    classList.toggle("leftwards", this.leftwards);
    style.left = `${this.box.left}px`;
    style.top = `${this.box.top}px`;
    style.height = `${this.box.height}px`;
  }
}

/** The names of those whose carets are in one line. */
export class NameRow implements LayerMarker {
  readonly #key: string;

  constructor(
    readonly carets: readonly Caret[],
    readonly across: number,
  ) {
    this.#key = JSON.stringify([across, ...carets.map(({ name, colour, box }) => [name, colour, box.top, box.height])]);
  }

  eq(other: LayerMarker): boolean {
    return other instanceof NameRow && other.#key === this.#key;
  }

  draw(): HTMLElement {
    const row = document.createElement("div");
    row.className = "names";
    const [first] = this.carets;
    row.style.setProperty("--across", `${this.across}px`);
    row.style.top = `${(first?.box.top ?? 0) + (first?.box.height ?? 0) / 2}px`;
    for (const { name, colour } of this.carets) {
      const one = row.appendChild(document.createElement("bdi"));
      one.className = tint(colour);
      one.textContent = name;
    }
    return row;
  }
}
