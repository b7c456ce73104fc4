/** Escapes letters that would be marks in Markdown: as few as possible, since people see them while they write. */

const ALWAYS = /\\(?=[!-/:-@[-`{-~])|[*`]|~(?=~)|&(?=#?\w{1,31};)/g;
/** Within a word an underscore is a letter, and between spaces as well. */
const UNDERSCORE = /(^|[^\p{L}\p{N}\s])_|_(?=$|[^\p{L}\p{N}\s])|(\s)_(?=\S)|(\S)_(?=\s)/gu;
const BRACKETS = /\](?=\s*[([:])/g;
/** What begins a block at the start of a line. */
const STARTS = /^(\s*)(#{1,6}(?=\s|$)|[>+](?=\s|$)|-(?=\s|$|-{2})|={1,}(?=\s*$)|\|)/;
const NUMBER = /^(\s*\d{1,9})([.)])(?=\s|$)/;

export function escaped(text: string): string {
  return text
    .replace(ALWAYS, "\\$&")
    .replace(UNDERSCORE, (found) => found.replace("_", "\\_"))
    .replace(BRACKETS, "\\]")
    .replace(STARTS, "$1\\$2")
    .replace(NUMBER, "$1\\$2");
}
