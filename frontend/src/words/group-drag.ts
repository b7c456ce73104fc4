/** The words for dragging in Group. */

export const dragging = {
  slotWith: "New group of these two",
  carrying: (n: number): string => `${n} ideas`,
  dragStart: "Drop it on a group or on another idea. Esc puts it back.",
  dragCancel: "Put back where it was.",
} as const;
