import { expect, test } from "vitest";
import { messages } from "../../words";
import { SESSION_WORDS } from "../session/words.generated";
import { type Area, VIEW_WORDS } from "../words.generated";

const SOURCES = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!../**/words.generated.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const AREA = new Map(
  [...new Set<Area>(Object.values({ ...VIEW_WORDS, ...SESSION_WORDS }).flat())].flatMap((area) =>
    messages(area, false).body.map(({ id }) => [id, area] as const),
  ),
);

/** By module: the areas of the messages that it says, what it imports at once, and what it imports when it is needed. */
interface Module {
  readonly says: readonly string[];
  readonly imports: readonly string[];
  readonly later: readonly { readonly module: string; readonly areas: readonly string[] }[];
}

const modules = new Map(Object.entries(SOURCES).map(([file, source]) => [file.slice(3), read(file.slice(3), source)]));

function read(file: string, source: string): Module {
  const resolved = (path: string): string => {
    const to = new URL(path, `file:///${file}`).pathname.slice(1);
    return [".ts", ".tsx"].map((ending) => to + ending).find((one) => `../${one}` in SOURCES) ?? to;
  };
  const quoted = [...source.matchAll(/"([\w-]+)"/g)].map(([, key = ""]) => AREA.get(key) ?? "");
  const templates = [...source.matchAll(/`([a-z]+)-[\w-]*\$\{/g)].map(([, area = ""]) => area);
  return {
    says: [...new Set([...quoted, ...templates])].filter((area) => [...AREA.values()].some((one) => one === area)),
    imports: [...source.matchAll(/^(?:import|export) (?!type).*?from "(\.[^"]+)"/gms)].map(([, to = ""]) =>
      resolved(to),
    ),
    later: [...source.matchAll(/import\("(\.[^"]+)"\)(?:\)\.\w+\)?((?:,\s*"\w+")*),?\s*\);)?/g)].map(
      ([, to = "", areas]) => ({
        module: resolved(to),
        areas: [...(areas ?? "").matchAll(/\w+/g)].map(([area]) => area),
      }),
    ),
  };
}

/** The areas that a module and all its imports use although the view has not loaded them. */
function unloaded(entry: string, loaded: readonly string[], seen = new Set<string>()): string[] {
  const visit = [entry, ...new Set(loaded)].join(" ");
  if (seen.has(visit)) return [];
  seen.add(visit);
  const { says, imports, later } = modules.get(entry) ?? { says: [], imports: [], later: [] };
  const missing = says.filter((area) => !loaded.includes(area)).map((area) => `${entry} says ${area}`);
  // A phase loads its own areas; `phase-views.ts` names their modules.
  const parts = entry.endsWith("phase-views.ts") ? [] : later;
  return [
    ...missing,
    ...imports.flatMap((one) => unloaded(one, loaded, seen)),
    ...parts.flatMap(({ module, areas }) => unloaded(module, [...loaded, ...areas], seen)),
  ];
}

const PHASES = Object.entries(VIEW_WORDS).filter(([view]) => modules.has(`board/phases/each/${view}.ts`));

test("what every phase stands on says only messages that every page loads", () => {
  expect(unloaded("pages/board.tsx", VIEW_WORDS.board)).toEqual([]);
});

test.each(PHASES)(
  "the phase %s, and what it loads later, says only messages that are loaded by then",
  (view, areas) => {
    expect(unloaded(`board/phases/each/${view}.ts`, [...VIEW_WORDS.board, ...areas])).toEqual([]);
  },
);

test("the wall of Group says only messages that are loaded", () => {
  const loaded = [...VIEW_WORDS.board, ...VIEW_WORDS.cluster];
  expect(unloaded("board/phases/each/cluster-watch.tsx", loaded)).toEqual([]);
});
