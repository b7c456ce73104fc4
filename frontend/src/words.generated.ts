/** Generated from `board/words` by `make protocol`. Do not edit. */

/** The files of messages that each view needs. */
export const VIEW_WORDS = {
  board: ["board"],
  parts: [],
  lobby: [],
  diverge: [],
  reveal: [],
  cluster: ["group"],
  vote: [],
  decide: [],
  frozen: [],
} as const;
export type Area = (typeof VIEW_WORDS)[keyof typeof VIEW_WORDS][number];

/** Every key that pages know, with the names of its parameters. */
export interface Keys {
  "board-cancel": never;
  "group-again": never;
  "group-all-groups": never;
  "group-back": never;
  "group-carried": "count";
  "group-changes": "count";
  "group-choice-gone": never;
  "group-clear-selection": never;
  "group-coming": "count";
  "group-continued": never;
  "group-counted": "hidden" | "shown";
  "group-counted-rest": "hidden" | "shown";
  "group-dissolve": never;
  "group-dissolve-hint": never;
  "group-dissolved": "group";
  "group-down": never;
  "group-drag-cancelled": never;
  "group-drag-start": never;
  "group-drop-with": never;
  "group-elsewhere": "group";
  "group-empty": never;
  "group-find": never;
  "group-find-clear": never;
  "group-find-idea": never;
  "group-find-or-name": never;
  "group-fold-all": never;
  "group-found": "count";
  "group-gone": never;
  "group-grouped": never;
  "group-here": never;
  "group-hidden": never;
  "group-hide": never;
  "group-idea-hidden": "number";
  "group-join": never;
  "group-join-title": "group";
  "group-joined": "group";
  "group-late": "count";
  "group-lead-everyone": never;
  "group-lead-finger": never;
  "group-lead-reading": never;
  "group-leave-it": never;
  "group-less": never;
  "group-less-of": "number";
  "group-let-in": "count";
  "group-let-in-done": "count";
  "group-lettered": "letter";
  "group-loading": never;
  "group-loose": never;
  "group-loose-empty": never;
  "group-loose-empty-hint": never;
  "group-loose-of": "all" | "hidden" | "shown";
  "group-made": "count";
  "group-menu": "group";
  "group-menu-else": never;
  "group-merge-undone": never;
  "group-merged-group": "count" | "group" | "name";
  "group-merged-ideas": "count" | "group";
  "group-merges": never;
  "group-merges-lead": never;
  "group-more": never;
  "group-more-of": "number";
  "group-move-one": "number";
  "group-move-several-title": "count";
  "group-move-title": "number";
  "group-move-to": never;
  "group-moved": "count" | "group";
  "group-moved-again": "group" | "text";
  "group-moved-loose": "text";
  "group-name-label": never;
  "group-name-too-long": "over";
  "group-new": never;
  "group-new-named": "name";
  "group-new-with": never;
  "group-new-with-title": never;
  "group-next-idea": never;
  "group-no-ideas": never;
  "group-no-ideas-hint": never;
  "group-none": never;
  "group-not-yet": never;
  "group-nothing-found": never;
  "group-now-in": "group";
  "group-nudged": "of" | "place";
  "group-one-by-one": never;
  "group-others": "count";
  "group-progress": "at" | "of";
  "group-put-back": never;
  "group-quoted": "name";
  "group-rename": never;
  "group-rename-gone": never;
  "group-renamed": "name";
  "group-renamed-over": "name" | "theirs";
  "group-see-groups": never;
  "group-select": never;
  "group-select-idea": "number";
  "group-select-several": never;
  "group-selected": "count";
  "group-show-changes": never;
  "group-show-coming": "count";
  "group-show-ideas": never;
  "group-show-name": never;
  "group-skip": never;
  "group-skipped": "count";
  "group-sorted": never;
  "group-sorted-hint": never;
  "group-start": never;
  "group-start-touch": never;
  "group-undo": never;
  "group-unfold": "group" | "hidden" | "shown";
  "group-unfold-all": never;
  "group-unhide": never;
  "group-unnamed": never;
  "group-unselect": never;
  "group-up": never;
  "group-who": never;
  "group-who-everyone": never;
  "group-who-facilitator": never;
}
