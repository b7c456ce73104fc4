/** Those that `styles/record-print.css` opens by style. */
const FOLDS = [".line.on details", ".fold:not(.earlier)", ".wording"];

/** Opens on paper what is folded on the screen, where styles cannot: before Chrome 131, Firefox 143 and Safari 18.4. */
export function unfoldOnPaper(): void {
  if (CSS.supports("selector(::details-content)")) return;
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    const folds = document.querySelectorAll<HTMLDetailsElement>(FOLDS.join());
    opened = [...folds].filter((fold) => !fold.open);
    for (const fold of opened) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}
