/** What the seven buttons put on the text. */
export const FORMATS = ["heading", "bold", "italic", "list", "checklist", "quote", "link"] as const;

export type Format = (typeof FORMATS)[number];
