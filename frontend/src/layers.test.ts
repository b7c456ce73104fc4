import { expect, test } from "vitest";

const SOURCES = import.meta.glob<string>(["./**/*.{ts,tsx}", "!./**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const PLAIN = [
  "kit/text/",
  "browser-storage.ts",
  "protocol.generated.ts",
  "worksession.generated.ts",
  "words.generated.ts",
  "words/",
  "styles/",
];
const ENGINE = ["board/engine/", "live/", "kit/load.ts", ...PLAIN];
const WORK = ["session/", "live/", "making/", "kit/copy-formatted.ts", "kit/load.ts", ...PLAIN];
const ACTIONS = ["board/actions/", "kit/", ...ENGINE];
const PHASES = ["lobby", "write", "read", "group", "vote", "decide", "done"].map((name) => `board/phases/${name}/`);
const PARTS = ["board/parts/", ...ACTIONS];

/** Each layer with what it may import beside itself. A module lies in the first one that its path begins with. */
const LAYERS: readonly (readonly [layer: string, below: readonly string[]])[] = [
  ["browser-storage.ts", []],
  ["protocol.generated.ts", []],
  ["words.generated.ts", []],
  ["worksession.generated.ts", []],
  ["words/", ["words.generated.ts"]],
  ["styles/", []],
  ["live/", ["browser-storage.ts"]],
  ["kit/text/", []],
  ["making/", ["worksession.generated.ts"]],
  ["kit/clipboard.ts", []],
  ["kit/copy-formatted.ts", []],
  ["kit/load.ts", []],
  ["kit/", ["kit/text/", "kit/clipboard.ts", "kit/load.ts", "words.generated.ts", "words/"]],
  ["board/engine/", ENGINE],
  ["board/actions/", ACTIONS],
  ["board/parts/", PARTS],
  // A phase knows no other one: what two of them show lies in the parts.
  ...PHASES.map((phase) => [phase, PARTS] as const),
  ["board/app/each/", PHASES],
  // The modules of the app that know the phases: they load their views lazily, the second one those of the big screen.
  ["board/app/phase-views.ts", ["board/app/each/", "board/app/watch-views.ts", ...PARTS]],
  ["board/app/watch-views.ts", ["board/app/each/", ...PARTS]],
  ["board/app/", ["board/app/phase-views.ts", ...PARTS]],
  // The one module of the frame that knows the views: it loads them lazily.
  ["session/views/provided.ts", []],
  ["session/views/views.ts", ["session/views/provided.ts", "session/views/each/", "kit/", ...WORK]],
  ["session/views/shell.tsx", ["session/views/views.ts", "kit/", ...WORK]],
  ["session/views/each/", ["session/views/provided.ts", "session/views/", "session/"]],
  ["session/views/", ["session/editor/", "kit/", ...WORK]],
  ["session/editor/", ["kit/", ...WORK]],
  ["session/", WORK],
  ["pages/session.tsx", ["pages/", "session/views/views.ts", "session/views/shell.tsx", "kit/", ...WORK]],
  ["pages/board.tsx", ["pages/", "board/app/phase-views.ts", "board/app/", ...PARTS]],
  ["pages/ahead.ts", ["board/engine/", "live/"]],
  ["pages/", ["kit/clipboard.ts", "kit/copy-formatted.ts", "making/", ...PLAIN]],
];

const layerOf = (file: string): string => LAYERS.find(([layer]) => file.startsWith(layer))?.[0] ?? "no layer";

/** The modules that a source imports, lazily or not. */
function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)]
    .map(([, path = ""]) => new URL(path, `file:///${file}`).pathname.slice(1))
    .filter((path) => !path.endsWith(".css"))
    .map((path) => [".ts", ".tsx"].map((ending) => path + ending).find((to) => `./${to}` in SOURCES) ?? path);
}

test("every module lies in a layer and imports only what lies below", () => {
  const modules = Object.entries(SOURCES).map(([path, source]) => [path.slice(2), source] as const);
  expect(modules.filter(([file]) => layerOf(file) === "no layer")).toEqual([]);
  const upwards = modules.flatMap(([file, source]) => {
    const layer = layerOf(file);
    const below = LAYERS.find(([name]) => name === layer)?.[1] ?? [];
    return importsOf(file, source)
      .filter((to) => layerOf(to) !== layer && !below.includes(layerOf(to)))
      .map((to) => `${file} imports ${to}`);
  });
  expect(upwards).toEqual([]);
});
