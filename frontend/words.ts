/** The build's part of the catalogues: parses `board/words/<language>/*.ftl` and emits each file as JSON for the pages. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentResource } from "@fluent/bundle";
import type { Plugin } from "vite";

type Body = FluentResource["body"];

/** Parsed messages, with the locale that their plurals and numbers follow. */
export interface Messages {
  readonly locale: string;
  readonly body: Body;
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../board/words");
const LOCALE = "en-GB";
const PLAIN = "abcdeghijlnorstuwyzACDEGHIJLNORSTUWYZ";
const ACCENTED = [..."áƀčďéğĥíĵĺñóŕšťúŵýžÁČĎÉĞĤÍĴĹÑÓŔŠŤÚŴÝŽ"];

/** With accents, and every vowel twice, except in tags such as `<b>`. The same as `board/words/pseudo.py`. */
export function accented(text: string): string {
  return text.replace(/<\/?[a-z]+>|[a-zA-Z]/g, (part) => {
    const letter = ACCENTED[PLAIN.indexOf(part)] ?? part;
    return "aeiou".includes(part) ? letter + letter : letter;
  });
}

/** Every message of a language by area; a pseudo-locale is made from English. */
export function messages(area: string, disguised: boolean): Messages {
  const { body } = new FluentResource(readFileSync(join(FOLDER, "en", `${area}.ftl`), "utf8"));
  return { locale: LOCALE, body: disguised ? body.map(disguise) : body };
}

function disguise(message: Body[number]): Body[number] {
  if (message.value === null) return message;
  const parts = typeof message.value === "string" ? [message.value] : message.value;
  return { ...message, value: ["⟦", ...(lettered(parts) as typeof parts), "⟧"] };
}

/** The same pattern with other letters: strings within it are text, or stand under a key that is not. */
function lettered(part: unknown): unknown {
  if (typeof part === "string") return accented(part);
  if (Array.isArray(part)) return part.map(lettered);
  const expression = part as { type: string; variants?: { value: unknown }[] };
  if (expression.type !== "select") return part;
  return { ...expression, variants: expression.variants?.map((one) => ({ ...one, value: lettered(one.value) })) };
}

/** Emits `words/<language>/<area>.json`; only areas that a page asks for are worth a file. */
export function catalogues(wanted: readonly string[]): Plugin {
  return {
    name: "catalogues",
    generateBundle() {
      for (const [language, disguised] of [
        ["en", false],
        ["en-XA", true],
        ["ar-XB", true],
      ] as const)
        for (const area of wanted)
          this.emitFile({
            type: "asset",
            name: `words-${area}.json`,
            originalFileName: `words/${language}/${area}`,
            source: JSON.stringify(messages(area, disguised)),
          });
    },
  };
}
