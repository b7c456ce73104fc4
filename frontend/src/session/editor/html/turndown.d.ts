/** As much of Turndown as is used here. */
declare module "turndown" {
  interface Options {
    headingStyle?: "setext" | "atx";
    hr?: string;
    bulletListMarker?: "-" | "+" | "*";
    codeBlockStyle?: "indented" | "fenced";
    emDelimiter?: "_" | "*";
    br?: string;
  }
  interface Rule {
    filter: string | string[] | ((node: HTMLElement) => boolean);
    replacement: (content: string, node: HTMLElement) => string;
  }
  export default class TurndownService {
    constructor(options?: Options);
    addRule(key: string, rule: Rule): this;
    turndown(input: Node): string;
    escape(text: string): string;
  }
}
