/**
 * What a board needs of a browser. Each is in Chrome and Edge 114, Firefox 125 and Safari 17, the first that have all;
 * `board/words/en/page.ftl` and README.md name these versions.
 *
 * This runs first and in browsers of any age: in what `pages/ahead.ts` imports no syntax is newer than 2018.
 */

/** Whether the browser lacks something without which the board stays blank or its menus dead. */
export function tooOld(): boolean {
  const needed: [object, string][] = [
    [HTMLElement.prototype, "popover"],
    [window, "HTMLDialogElement"],
    [Array.prototype, "findLast"],
    [Object, "hasOwn"],
  ];
  return !needed.every(([owner, name]) => name in owner) || !CSS.supports("selector(:has(a))");
}
