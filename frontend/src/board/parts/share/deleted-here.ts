import { signal } from "@preact/signals";

/** This page deleted the board itself, and knows it whether its connection stands or not. */
export const deletedHere = signal<"deleted" | "decision-kept" | null>(null);
