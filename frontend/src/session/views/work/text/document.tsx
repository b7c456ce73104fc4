/** The text that people make, formatted, with those who are at a heading in its margin. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { isAlone } from "../../../verdicts";
import { useUnwritten } from "../../use-unwritten";
import { Name } from "../people/name";
import { useBoardOpen, usePeople } from "../use-work";
import { useTextHtml } from "./fetched";
import { morph } from "./morph";
import type { Somebody } from "./places";
import { showWaiting } from "./show";

export function TextDocument() {
  const html = useTextHtml();
  const body = useRef<HTMLDivElement>(null);
  const boardOpen = useBoardOpen();
  useLayoutEffect(() => {
    if (!body.current || html === null) return;
    const into = body.current;
    const empty = into.childElementCount === 0;
    keepPlace(into, () => morph(into, html));
    if (empty) keepFocusInSight(into);
    showWaiting();
  }, [html]);
  return (
    <div class="doc" aria-busy={html === null}>
      <div ref={body} class="body" />
      <Unwritten />
      {html !== null && !boardOpen && <MarginNames body={body.current} html={html} />}
    </div>
  );
}

/** How to begin, as long as nobody has and anybody can. */
export function Unwritten() {
  const { kind } = useSession().meta.value;
  const boardOpen = useBoardOpen();
  if (!useUnwritten() || boardOpen) return null;
  return (
    <p class="empty-words">
      {isAlone(kind) ? say("working-text-start") : say("working-text-empty")} {say("working-text-elsewhere")}
    </p>
  );
}

/** What stood at the top of the screen stays there when something is added above it. */
function keepPlace(body: Element, change: () => void): void {
  const first = [...body.querySelectorAll("section, section > *")].find(
    (one) => one.getBoundingClientRect().bottom > 100,
  );
  const before = first?.getBoundingClientRect().top;
  change();
  if (!first?.isConnected || before === undefined || before >= 100) return;
  const moved = first.getBoundingClientRect().top - before;
  if (moved !== 0) scrollBy(0, moved);
}

/** What has the focus below the text is not pushed under a bar when the text comes. */
function keepFocusInSight(body: Element): void {
  const focused = document.activeElement;
  if (focused && focused !== document.body && body.closest(".paper")?.contains(focused))
    focused.scrollIntoView({ block: "nearest" });
}

interface Row {
  /** Pixels from the top of the text to the heading, and to its middle. */
  readonly above: number;
  readonly top: number;
  readonly people: readonly Somebody[];
}

/** The names of people at a heading: in the margin on its line, else above it. */
function MarginNames({ body, html }: { readonly body: HTMLElement | null; readonly html: string }) {
  const people = usePeople();
  const taken = people.filter((person) => person.taken);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const key = taken.map(({ id, taken: at, name }) => `${id} ${at} ${name}`).join("\n");
  useLayoutEffect(() => {
    if (!body) return;
    const measure = (): void => {
      const found = [...body.querySelectorAll<HTMLElement>("[data-heading]")].flatMap((section) => {
        const at = taken.filter((person) => person.taken === section.dataset.heading);
        const heading = section.firstElementChild;
        if (at.length === 0 || !(heading instanceof HTMLElement)) return [];
        return [{ above: heading.offsetTop, top: heading.offsetTop + heading.offsetHeight / 2, people: at }];
      });
      setRows(found);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(body);
    return () => observer.disconnect();
  }, [body, html, key]);
  return (
    // The same people stand under "Done when", where screen readers find them.
    <div class="margin-names" aria-hidden="true">
      {rows.map(({ above, top, people: at }) => (
        <p key={top} style={{ "--above": `${above}px`, "--top": `${top}px` }}>
          {at.map((person) => (
            <Name key={person.id} person={person} />
          ))}
        </p>
      ))}
    </div>
  );
}
