/** What the server says about copies of the text that are kept. */

import type { LineKind } from "../../../making/play";
import { isolated } from "../../../words/isolated";
import { say } from "../../../words/say";
import type { Version } from "../../../worksession.generated";
import { timeOfDay } from "../work/time/face";

/** Words in their order; of `cut`, the number of characters that are left out. */
export type Part = readonly ["same" | "added" | "removed" | "cut", string];

export interface ChangedLine {
  readonly kind: LineKind;
  readonly level?: number;
  readonly change?: "changed" | "added" | "removed";
  /** The words are the same, and how they look is not. */
  readonly reformatted?: boolean;
  readonly parts: readonly Part[];
}

/** Lines that stayed and are not shown. */
export interface Fold {
  readonly same: number;
}

export interface Changes {
  /** Of the text as it stands, as in `meta`. */
  readonly text_digest: string;
  readonly changes: {
    readonly added: number;
    readonly removed: number;
    readonly lines: readonly (ChangedLine | Fold)[];
    readonly left_out: number;
  };
}

/** Why a copy was kept: "Before the break". `all`: what the number of a restored copy refers to. */
export function reasonOf({ reason, of }: Pick<Version, "reason" | "of">, all: readonly Version[]): string {
  if (reason === "name") return of ?? "";
  if (reason === "restore") {
    const back = all.find(({ number }) => String(number) === of);
    return back ? say("versions-restore", { time: timeOfDay(back.at) }) : say("versions-restored");
  }
  if (reason === "item") return say("versions-item", { item: isolated(of ?? "") });
  return say(`versions-${reason}`);
}

/** What the server answers; an answer that is none rejects. */
export async function fetched<T>(path: string, read: (answer: Response) => Promise<T>): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return await read(answer);
}
