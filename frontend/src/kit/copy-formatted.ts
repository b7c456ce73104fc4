/** "Copy with formatting": the text as HTML for Word, Docs and mail, with its Markdown beside it. */

/** As much of an attribute as other programs understand. */
const KEPT: Readonly<Record<string, readonly string[]>> = { A: ["href"], OL: ["start"] };

/**
 * Puts both on the clipboard; false where the browser refuses. `html` is the fragment that the server renders. Call it
 * in the handler of a press: browsers let nothing else write.
 */
export async function copyFormatted(
  html: string | Promise<string>,
  markdown: string | Promise<string>,
): Promise<boolean> {
  const shaped = Promise.resolve(html).then(forOthers);
  const plain = Promise.resolve(markdown);
  try {
    const blob = (type: string) => (text: string) => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": shaped.then(blob("text/html")), "text/plain": plain.then(blob("text/plain")) }),
    ]);
    return true;
  } catch {
    // Without https there is no clipboard, and an older browser writes plain text only.
    return await Promise.all([shaped, plain]).then(
      ([text, words]) => byCommand(text, words),
      () => false,
    );
  }
}

function byCommand(html: string, markdown: string): boolean {
  let written = false;
  const write = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", markdown);
    event.preventDefault();
    // Ahead of the editor, which would put its selection there.
    event.stopImmediatePropagation();
    written = event.clipboardData !== null;
  };
  document.addEventListener("copy", write, { capture: true, once: true });
  const done = document.execCommand?.("copy") ?? false;
  document.removeEventListener("copy", write, { capture: true });
  return done && written;
}

/** The page's fragment as a document of its own: the page has the first heading, so those of the text are one lower. */
export function forOthers(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const section of body.querySelectorAll("section")) section.replaceWith(...section.childNodes);
  for (let level = 2; level <= 6; level += 1)
    for (const heading of body.querySelectorAll(`h${level}`)) {
      const raised = heading.ownerDocument.createElement(`h${level - 1}`);
      raised.append(...heading.childNodes);
      heading.replaceWith(raised);
    }
  for (const element of body.querySelectorAll("*")) {
    const aligned = /^(?:left|center|right)$/.exec(element.className)?.[0];
    for (const name of element.getAttributeNames())
      if (!KEPT[element.tagName]?.includes(name)) element.removeAttribute(name);
    if (aligned) element.setAttribute("align", aligned);
    if (element.tagName === "TABLE") element.setAttribute("border", "1");
  }
  return body.innerHTML.trim();
}
