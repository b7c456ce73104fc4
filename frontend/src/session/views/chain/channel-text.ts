/** What somebody passes on in a channel: four or five plain lines of what stands on the page, and the one link. */

import { say } from "../../../words/say";
import type { SessionDocument, Task } from "../../../worksession.generated";
import type { Roots } from "../../types";
import { date, isAlone, listed, nameOf, type People, restOf, wordOf } from "../../verdicts";
import { whenThere } from "../../when";
import type { Newest } from "./use-chain";

/** Tasks that are named; of the others it says how many they are. */
const MOST_TASKS = 5;
/** Characters of what somebody wrote: a line in a channel is read at a glance. */
const MOST = 100;
// Between what people wrote and the sentence around it; a channel may show them as boxes.
const ISOLATES = /[\u2066-\u2069]/gu;

export interface Told {
  readonly meta: SessionDocument["meta"];
  readonly roots: { readonly people: People; readonly tasks: ReadonlyMap<string, Task> };
  readonly next: Newest | null;
  /** The link to join, which everybody in the session has. */
  readonly link: string;
}

/** The lines; none before the end. */
export function channelText({ meta, roots, next, link }: Told): string {
  const { contract, ending, kind } = meta;
  if (ending === null) return "";
  const verdict = [wordOf(ending), restOf(ending, roots.people, isAlone(kind))].filter(Boolean).join(" ");
  const lines = [
    contract.artifact ? say("chain-channel-made", { artifact: onOneLine(contract.artifact), verdict }) : verdict,
    // A link that is cut leads nowhere.
    ending.elsewhere ? say("chain-channel-where", { where: ending.elsewhere.replace(/\s+/gu, " ") }) : "",
    tasksOf(roots.tasks, roots.people),
    nextOf(next),
    link && say("chain-channel-link", { link }),
  ];
  return lines.filter(Boolean).join("\n").replace(ISOLATES, "");
}

/** From the roots of a page. */
export const toldOf = (meta: Told["meta"], { people, tasks }: Roots, next: Newest | null, link: string): Told => ({
  meta,
  roots: { people: people.value, tasks: tasks.value },
  next,
  link,
});

function tasksOf(tasks: ReadonlyMap<string, Task>, people: People): string {
  const open = [...tasks.values()].filter(({ state }) => state === "open");
  if (open.length === 0) return "";
  const named = open.slice(0, MOST_TASKS).map((task) => withTerms(task, people));
  const more = open.length - named.length;
  return say("chain-channel-tasks", {
    tasks: listed(more > 0 ? [...named, say("chain-more", { count: more })] : named),
  });
}

function withTerms(task: Task, people: People): string {
  const owner = nameOf(task.owner, people);
  const when = date(task.when, "short") ?? task.when;
  const terms = [owner, when].flatMap((part) => (part ? [onOneLine(part)] : []));
  return terms.length > 0 ? `${onOneLine(task.text)} (${terms.join(", ")})` : onOneLine(task.text);
}

function nextOf(next: Newest | null): string {
  if (next === null || (next.state !== "plan" && next.state !== "running")) return "";
  if (next.starts === null) return say("chain-next-here");
  return say(next.repeats ? "chain-next-weekly" : "chain-next", { when: whenThere(next.starts, next.zone) });
}

function onOneLine(text: string): string {
  const line = [...text.split(/\s+/u).filter(Boolean).join(" ")];
  return line.length > MOST
    ? `${line
        .slice(0, MOST - 1)
        .join("")
        .trimEnd()}…`
    : line.join("");
}
