/** The ballot before it opens, by the rule the server uses: groups by letter, then lone ideas by number, less what is set aside. */

export interface Placed {
  readonly cluster: string | null;
  readonly rank: string;
}

export interface Group {
  readonly name: string;
  readonly rank: string;
  readonly letter: string;
}

export interface Board {
  readonly ideas: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, Placed>;
  readonly clusters: ReadonlyMap<string, Group>;
  readonly aside: readonly string[];
}

export interface Candidate {
  readonly option: string;
  readonly kind: "cluster" | "idea";
  readonly letter: string | null;
  readonly number: number | null;
  /** The group's name, or the words of its first idea while it has none. */
  readonly name: string;
  readonly named: boolean;
  readonly ideas: readonly string[];
}

export interface Preview {
  readonly options: readonly Candidate[];
  readonly aside: readonly Candidate[];
  readonly groups: number;
  readonly unnamed: number;
  readonly lone: number;
}

/** More options than this are hard to weigh; the page says so and refuses nothing. */
export const MANY_OPTIONS = 20;

/** A quarter of the options, held to 3–10 and to half of the options rounded up. */
export function budget(options: number): number {
  const quarter = Math.min(10, Math.max(3, Math.ceil(options / 4)));
  return Math.min(quarter, Math.ceil(options / 2));
}

/** The dots of the coming ballot: what the facilitator set, at most one per option, else the rule. */
export function dotsFor(options: number, set: number | null): number {
  return set === null ? budget(options) : Math.min(set, options);
}

export function preview(board: Board): Preview {
  const all = [...groupsOf(board), ...loneIdeasOf(board)];
  const away = new Set(board.aside);
  const options = all.filter((one) => !away.has(one.option));
  const groups = options.filter((one) => one.kind === "cluster");
  return {
    options,
    aside: all.filter((one) => away.has(one.option)),
    groups: groups.length,
    unnamed: groups.filter((one) => !one.named).length,
    lone: options.length - groups.length,
  };
}

function groupsOf(board: Board): Candidate[] {
  const members = new Map<string, string[]>();
  for (const id of board.ideas.keys()) {
    const cluster = board.places.get(id)?.cluster;
    if (cluster && board.clusters.has(cluster)) members.set(cluster, [...(members.get(cluster) ?? []), id]);
  }
  return [...members]
    .map(([option, ideas]) => candidate(board, option, ideas))
    .sort((a, b) => byLetter(a.letter ?? "", b.letter ?? ""));
}

function candidate(board: Board, option: string, ideas: string[]): Candidate {
  const group = board.clusters.get(option);
  const ordered = ideas.sort((a, b) => byText(rank(board, a), rank(board, b)) || byText(a, b));
  const name = group?.name.trim() ?? "";
  const first = ordered[0] ?? "";
  return {
    option,
    kind: "cluster",
    letter: group?.letter ?? null,
    number: null,
    name: name || (board.ideas.get(first) ?? ""),
    named: name !== "",
    ideas: ordered,
  };
}

function loneIdeasOf(board: Board): Candidate[] {
  const lone: Candidate[] = [];
  for (const [id, text] of board.ideas) {
    const cluster = board.places.get(id)?.cluster;
    if (cluster && board.clusters.has(cluster)) continue;
    const number = board.numbers.get(id) ?? null;
    lone.push({ option: id, kind: "idea", letter: null, number, name: text, named: true, ideas: [id] });
  }
  return lone.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

function rank(board: Board, idea: string): string {
  return board.places.get(idea)?.rank ?? "";
}

/** A … Z, then AA: the shorter first. */
function byLetter(a: string, b: string): number {
  return a.length - b.length || byText(a, b);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
