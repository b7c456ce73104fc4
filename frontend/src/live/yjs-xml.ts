/** In place of the XML types of Yjs, which no document here has: reading one is a fault. */

function none(): never {
  throw new Error("XML in a document");
}

export {
  none as readYXmlElement,
  none as readYXmlFragment,
  none as readYXmlHook,
  none as readYXmlText,
  none as YXmlElement,
  none as YXmlEvent,
  none as YXmlFragment,
  none as YXmlHook,
  none as YXmlText,
  none as YXmlTreeWalker,
};
