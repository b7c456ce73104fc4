/** Tables for Markdown, which has one line for each row: of layouts only the content stays. */

const CELLS = ":scope > td, :scope > th";
const ROWS = ":scope > tr, :scope > :is(thead, tbody, tfoot) > tr";
const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, pre, blockquote";

export function shapeTables(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const rows = [...table.querySelectorAll(ROWS)];
    const layout = table.querySelector("table") !== null || rows.every((row) => row.querySelectorAll(CELLS).length < 2);
    if (layout) flatten(table, rows);
    else for (const cell of table.querySelectorAll("td, th")) oneLine(cell);
  }
}

function flatten(table: Element, rows: readonly Element[]): void {
  const parts = rows.flatMap((row) => [...row.querySelectorAll(CELLS)]);
  table.replaceWith(
    ...parts.map((cell) => {
      const part = table.ownerDocument.createElement("div");
      part.append(...cell.childNodes);
      return part;
    }),
  );
}

/** What is apart in a cell is apart by a space. */
function oneLine(cell: Element): void {
  for (const line of cell.querySelectorAll("br, hr")) line.replaceWith(" ");
  for (const block of [...cell.querySelectorAll(BLOCKS)].reverse()) block.replaceWith(...block.childNodes, " ");
  for (const list of cell.querySelectorAll("ul, ol")) list.replaceWith(...list.childNodes);
}

/** The lines of a table; the first row is its head. `inline` makes Markdown of a cell. */
export function tableLines(table: Element, inline: (cell: Element) => string): string[] {
  const rows = [...table.querySelectorAll(ROWS)].map((row) =>
    [...row.querySelectorAll(CELLS)].flatMap((cell) => {
      const wide = Math.min(Number(cell.getAttribute("colspan")) || 1, 50);
      return [words(inline(cell)), ...Array<string>(wide - 1).fill("")];
    }),
  );
  const across = Math.max(...rows.map(({ length }) => length));
  const line = (cells: readonly string[]) =>
    `| ${[...cells, ...Array<string>(across - cells.length).fill("")].join(" | ")} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(Array<string>(across).fill("---")), ...rest.map(line)];
}

const words = (markdown: string): string => markdown.replace(/\s+/g, " ").trim().replace(/\\?\|/g, "\\|");
