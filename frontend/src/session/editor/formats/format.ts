/** What the seven buttons put on the text. */
export const FORMATS = ["heading", "bold", "italic", "list", "checklist", "quote", "link"] as const;

export type Format = (typeof FORMATS)[number];

/** The keys of each format, as CodeMirror writes them. */
export const KEYS: Readonly<Record<Format, string>> = {
  heading: "Mod-Shift-2",
  bold: "Mod-b",
  italic: "Mod-i",
  list: "Mod-Shift-8",
  checklist: "Mod-Shift-9",
  quote: "Mod-Shift-.",
  link: "Mod-k",
};
