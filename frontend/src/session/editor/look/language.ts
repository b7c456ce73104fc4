/** The Markdown that the server renders: CommonMark with tables, task lists and strikethrough; HTML is text. */

import { defineLanguageFacet, Language } from "@codemirror/language";
import { parser, Strikethrough, Table, TaskList } from "@lezer/markdown";

export const markdown = new Language(
  defineLanguageFacet({}),
  parser.configure([Table, TaskList, Strikethrough, { remove: ["HTMLBlock", "HTMLTag"] }]),
  [],
  "markdown",
);
