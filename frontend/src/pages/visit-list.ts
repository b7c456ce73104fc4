/** The list of boards and sessions on the start page. Its words come with the page, the list from this browser's storage. */

import { localArea, VISITS } from "../browser-storage";
import { made } from "./made";
import { forget, keep, SESSION, type Visit, visits } from "./visits";

/** As many are shown before somebody asks for all. */
const FIRST = 5;
const DAY = 86_400_000;
/** Days after which a date says more than a count of days. */
const LONG_AGO = 14;

export function showVisits(page: Document, storage: Storage | null = localArea()): void {
  const section = page.querySelector<HTMLElement>(".visits");
  const list = section?.querySelector("ul");
  const none = page.querySelector<HTMLElement>(".visits-none");
  const declined = page.querySelector<HTMLElement>(".visits-off");
  if (!section || !list || !none || !declined) {
    return;
  }
  const jump = made("a", "link jump", section.dataset.jump);
  jump.href = "#visits";
  page.querySelector("header.top")?.append(jump);
  const all = press("quiet", "", () => {
    shown = Number.POSITIVE_INFINITY;
    draw();
    list.querySelectorAll("a")[FIRST]?.focus();
  });
  list.after(all);
  const off = press("link", section.dataset.off, () => {
    before = visits(storage) ?? [];
    keep(storage, null);
    draw();
    on.focus();
  });
  section.querySelector(".foot")?.append(off);
  const on = press("link", declined.dataset.on, () => {
    // What was there a moment ago comes back with it.
    keep(storage, before);
    draw();
    (before.length > 0 ? off : none).focus();
  });
  declined.append(on);

  let shown = FIRST;
  let before: readonly Visit[] = [];
  const draw = () => {
    const known = visits(storage);
    const some = known ?? [];
    section.hidden = some.length === 0;
    jump.hidden = section.hidden;
    // Without a storage nothing will be listed.
    none.hidden = storage === null || known === null || some.length > 0;
    declined.hidden = known !== null;
    all.hidden = some.length <= shown;
    all.textContent = (section.dataset.all ?? "").replace("{n}", `${some.length}`);
    list.replaceChildren(...some.slice(0, shown).map((visit) => row(visit, section.dataset, storage)));
  };
  window.addEventListener("storage", (event) => {
    if (event.key === VISITS.key || event.key === null) {
      draw();
    }
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      draw();
    }
  });
  draw();
  // By its address, as in `sentences.ts`. The list is complete without it.
  if (visits(storage)?.some(isSession)) {
    (import(/* @vite-ignore */ section.dataset.news as string) as Promise<typeof import("./news-list")>)
      .then((part) => part.followNews(section, storage))
      .catch(() => {});
  }
}

const isSession = ({ phase }: Visit): boolean => phase === SESSION;

function row(visit: Visit, words: DOMStringMap, storage: Storage | null): HTMLLIElement {
  const link = made("a", "title", visit.title);
  link.href = `/${isSession(visit) ? "worksessions" : "boards"}/${visit.id}`;
  link.dir = "auto";
  const when = made("time", "", ago(visit.at));
  when.dateTime = new Date(visit.at).toISOString();
  const where = [named(words.roles, visit.role), named(words.steps, visit.phase)].filter(Boolean).join(" · ");
  const about = made("p", "about", `${where} · `);
  about.append(when);
  const item = made("li");
  item.dataset.id = visit.id;
  const away = press("link", words.forget, () => {
    forget(storage, visit.id);
    const undo = press("link", words.undo, () => {
      keep(
        storage,
        [...(visits(storage) ?? []), visit].sort((a, b) => b.at - a.at),
      );
      const back = row(visit, words, storage);
      item.replaceWith(back);
      back.querySelector("a")?.focus();
    });
    item.replaceChildren(made("p", "about", words.forgotten), undo);
    undo.focus();
  });
  away.setAttribute("aria-label", `${words.forget}: ${visit.title}`);
  // What comes of its news moves nothing: it has a place.
  item.append(link, about, isSession(visit) ? made("p", "news") : "", away);
  return item;
}

function press(look: string, words: string | undefined, run: () => void): HTMLButtonElement {
  const button = made("button", look, words);
  button.type = "button";
  button.addEventListener("click", run);
  return button;
}

/** The word for a key in a JSON object of words; empty when it has none. */
function named(words: string | undefined, key: string): string {
  const known: Record<string, string> = JSON.parse(words ?? "{}");
  return (Object.hasOwn(known, key) && known[key]) || "";
}

/** "today", "yesterday", "6 days ago", then the date: days as the reader counts them. */
export function ago(at: number, now: number = Date.now()): string {
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days > LONG_AGO || days < 0) {
    return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(at);
  }
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-days, "day");
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
