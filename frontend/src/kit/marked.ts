import type { ComponentChildren } from "preact";

/** A message with marked parts, such as `<b>14</b> here`: `draw` makes an element of what stands between the tags. */
export function marked(text: string, tag: string, draw: (part: string) => ComponentChildren): ComponentChildren[] {
  return text.split(new RegExp(`<${tag}>(.*?)</${tag}>`)).map((part, at) => (at % 2 ? draw(part) : part));
}
