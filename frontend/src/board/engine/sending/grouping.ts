/** The commands that group ideas, each with the command that undoes it. */

import { newId } from "../../../live/random";
import type { Command, Place } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Roots } from "../document/document";
import type { Answer } from "../types";
import type { Moved } from "./moved";
import type { Undo } from "./undo";

type Ask = (command: Command) => Promise<Answer>;

const DONE: Answer = { id: "", answer: "ok" };

export class Grouping {
  readonly #ask: Ask;
  readonly #roots: Roots;
  readonly #undo: Undo;
  readonly #moved: Moved;

  constructor(ask: Ask, roots: Roots, undo: Undo, moved: Moved) {
    this.#ask = ask;
    this.#roots = roots;
    this.#undo = undo;
    this.#moved = moved;
  }

  async place(ideas: readonly string[], cluster: string | null, rank?: string): Promise<Answer> {
    const before = this.#placesOf(ideas);
    const answer = await this.#move(ideas.map((idea) => ({ idea, cluster, ...(rank === undefined ? {} : { rank }) })));
    const mineStill = (): [string, Place][] =>
      [...before].filter(([idea, was]) => {
        const now = this.#roots.places.value.get(idea);
        return this.#seen(idea) && now?.cluster === cluster && (now.cluster !== was.cluster || now.rank !== was.rank);
      });
    if (answer.answer === "ok") {
      this.#undo.remember({
        label: say("board-undo-move"),
        possible: () => mineStill().length > 0,
        run: () => this.#move(mineStill().map(([idea, was]) => ({ idea, ...this.#standing(was) }))),
      });
    }
    return answer;
  }

  async name(cluster: string, name: string, rank?: string): Promise<Answer> {
    const before = this.#roots.clusters.peek().get(cluster);
    const answer = await this.#ask({ do: "name_cluster", cluster, name, ...(rank === undefined ? {} : { rank }) });
    if (answer.answer === "ok" && before?.name !== name) {
      this.#undo.remember({
        label: say("board-undo-name"),
        // A cluster that was new goes again, but only while nobody has put anything into it.
        possible: () =>
          this.#roots.clusters.value.get(cluster)?.name === name &&
          (before !== undefined || this.#membersOf(cluster).length === 0),
        run: () =>
          before === undefined
            ? this.#ask({ do: "dissolve_cluster", cluster })
            : this.#ask({ do: "name_cluster", cluster, name: before.name }),
      });
    }
    return answer;
  }

  async dissolve(cluster: string): Promise<Answer> {
    const before = this.#roots.clusters.peek().get(cluster);
    const members = this.#placesOf(this.#membersOf(cluster));
    this.#moved.forget(members.keys());
    const answer = await this.#ask({ do: "dissolve_cluster", cluster });
    if (answer.answer === "ok" && before !== undefined) {
      const loose = (): [string, Place][] =>
        [...members].filter(([idea]) => this.#seen(idea) && this.#roots.places.value.get(idea)?.cluster === null);
      this.#undo.remember({
        label: say("board-undo-ungroup"),
        possible: () => !this.#roots.clusters.value.has(cluster) && (members.size === 0 || loose().length > 0),
        run: async () => {
          const { name, rank } = before;
          const back = loose();
          const revived = await this.#ask({ do: "name_cluster", cluster, name, rank });
          return revived.answer === "ok"
            ? this.#move(back.map(([idea, was]) => ({ idea, ...this.#standing(was) })))
            : revived;
        },
      });
    }
    return answer;
  }

  async merge(from: readonly string[], into: string = newId(), name?: string): Promise<Answer> {
    const merge = newId();
    const clusters = from.filter((id) => this.#roots.clusters.peek().has(id));
    const ideas = from.filter((id) => !clusters.includes(id));
    this.#moved.forget(clusters.flatMap((cluster) => this.#membersOf(cluster)));
    const arrived = this.#moved.expect(ideas, into);
    const answer = await this.#ask({ do: "merge", merge, from, into, ...(name === undefined ? {} : { name }) });
    arrived(answer);
    if (answer.answer === "ok") {
      this.#undo.remember({
        label: say("board-undo-group"),
        possible: () => this.#roots.merges.value.has(merge),
        run: () => this.undoMerge(merge),
      });
    }
    return answer;
  }

  undoMerge(merge: string): Promise<Answer> {
    this.#moved.forget(Object.keys(this.#roots.merges.peek().get(merge)?.moved ?? {}));
    return this.#ask({ do: "undo_merge", merge });
  }

  async #move(moves: readonly { idea: string; cluster: string | null; rank?: string }[]): Promise<Answer> {
    const asked = moves.map(async (move) => {
      const arrived = this.#moved.expect([move.idea], move.cluster);
      const answer = await this.#ask({ do: "place_idea", ...move });
      arrived(answer);
      return answer;
    });
    const answers = await Promise.all(asked);
    return answers.find(({ answer }) => answer !== "ok") ?? answers[0] ?? DONE;
  }

  /** Nobody can move a hidden idea. */
  #seen(idea: string): boolean {
    return this.#roots.ideas.value.has(idea);
  }

  #placesOf(ideas: readonly string[]): Map<string, Place> {
    const places = this.#roots.places.peek();
    return new Map(ideas.map((idea) => [idea, places.get(idea) ?? { cluster: null, rank: "" }]));
  }

  /** A place as it was, or in no cluster when that one is gone. Without a rank the server finds one. */
  #standing({ cluster, rank }: Place): { cluster: string | null; rank?: string } {
    const there = cluster === null || this.#roots.clusters.peek().has(cluster) ? cluster : null;
    return { cluster: there, ...(rank === "" ? {} : { rank }) };
  }

  #membersOf(cluster: string): string[] {
    return [...this.#roots.places.value].filter(([, place]) => place.cluster === cluster).map(([idea]) => idea);
  }
}
