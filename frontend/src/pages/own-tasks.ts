/** "Your tasks" on the start page: own open tasks of the sessions in the list, each with the way to its session. */

import { type ListedTask, type Words, whenOf } from "./news";

export function showTasks(
  page: Document,
  { shown, more }: { readonly shown: readonly ListedTask[]; readonly more: number },
  words: Words,
  now: number,
): void {
  const section = page.querySelector<HTMLElement>(".own-tasks");
  const foot = section?.querySelector<HTMLElement>(".foot");
  if (!section || !foot) return;
  section.querySelector("ul")?.replaceChildren(...shown.map((task) => row(page, task, words, now)));
  foot.textContent = (words.more ?? "").replace("{n}", String(more));
  foot.hidden = more <= 0;
  section.hidden = shown.length === 0;
}

function row(page: Document, task: ListedTask, words: Words, now: number): HTMLLIElement {
  const item = page.createElement("li");
  const link = page.createElement("a");
  link.className = "title";
  link.href = `/worksessions/${task.session}`;
  link.dir = "auto";
  link.textContent = task.text;
  const about = page.createElement("p");
  about.className = "about";
  const when = page.createElement(task.due ? "b" : "bdi");
  when.textContent = whenOf(task, words, now);
  const artifact = page.createElement("bdi");
  artifact.textContent = task.artifact;
  about.append(when, ...(task.artifact ? [" · ", artifact] : []));
  item.append(link, about);
  return item;
}
