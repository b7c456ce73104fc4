/** What a person used: after a key the page follows the card, after a press it stays where the person is looking. */
export type By = "keys" | "pointer" | "drag";
