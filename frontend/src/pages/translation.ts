/**
 * Browser translation replaces a text node by `<font><font>…</font></font>`. Preact goes on writing into the node that
 * was replaced, so nothing on the page would be seen to change any more.
 *
 * Therefore the text node returns, empty, in front of its translation. As soon as the page writes into it or removes it,
 * the translation goes and the page's own words show, until they are translated in turn.
 */

interface Translated {
  /** What the translator put in the place of the text. */
  readonly shown: Element;
  /** For "Show original", which puts the text node itself back. */
  readonly original: string;
}

/** Follows a translator in this part of the page; the returned function stops that. */
export function followTranslation(root: Node): () => void {
  const translated = new Map<Text, Translated>();
  const taken = new WeakSet<Element>();

  const putBack = (text: Text, shown: Element): void => {
    taken.add(shown);
    translated.set(text, { shown, original: text.data });
    shown.before(text);
    text.data = "";
  };

  const drop = (text: Text, { shown }: Translated): void => {
    translated.delete(text);
    shown.remove();
  };

  const settle = (text: Text, one: Translated): void => {
    if (!text.isConnected) drop(text, one);
    else if (!one.shown.isConnected) {
      translated.delete(text);
      text.data = one.original;
    } else if (text.nextSibling !== one.shown) text.after(one.shown);
  };

  const observer = new MutationObserver((changes) => {
    for (const { type, target } of changes) {
      const one = type === "characterData" ? translated.get(target as Text) : undefined;
      if (one) drop(target as Text, one);
    }
    for (const [text, one] of translated) settle(text, one);
    for (const change of changes) {
      for (const node of change.removedNodes) {
        const lost = node.nodeType === Node.TEXT_NODE && !node.isConnected && node.textContent?.trim();
        const shown = lost ? standsIn(change) : undefined;
        if (shown && !taken.has(shown)) putBack(node as Text, shown);
      }
    }
    // Drop the records of these changes: neither the page nor the translator made them.
    observer.takeRecords();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

/** The element that took the place of what this change removed. Nothing of the page itself is a `<font>`. */
function standsIn({ addedNodes, previousSibling, nextSibling }: MutationRecord): Element | undefined {
  const near = [...addedNodes, previousSibling, nextSibling];
  return near.find((node): node is Element => node?.nodeName === "FONT");
}
