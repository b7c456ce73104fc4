/** The moments at which a page wakes up or is put away. */

export interface Page {
  readonly window: EventTarget;
  readonly page: EventTarget & { readonly visibilityState: DocumentVisibilityState };
}

export interface PageListener {
  /** Somebody looks at the page again, or the network came back. */
  wake(): void;
  hide(): void;
  /** The page is left. The browser may keep it for the way back. */
  rest(): void;
  /** Whether leaving would lose something, so that the browser should ask. */
  holdsOn(): boolean;
}

/** Reports these moments to a listener. Returns how to stop. */
export function followPage({ window, page }: Page, { wake, hide, rest, holdsOn }: PageListener): () => void {
  const visible = (): void => {
    if (page.visibilityState === "visible") wake();
    else hide();
  };
  const shown = (event: Event): void => {
    if ((event as PageTransitionEvent).persisted) wake();
  };
  const leaving = (event: Event): void => {
    if (holdsOn()) event.preventDefault();
  };
  const heard: [EventTarget, string, (event: Event) => void][] = [
    [window, "online", wake],
    [window, "focus", wake],
    [page, "visibilitychange", visible],
    [page, "resume", wake],
    [window, "pageshow", shown],
    [window, "pagehide", rest],
    [window, "beforeunload", leaving],
  ];
  for (const [target, name, on] of heard) target.addEventListener(name, on);
  return () => {
    for (const [target, name, on] of heard) target.removeEventListener(name, on);
  };
}
