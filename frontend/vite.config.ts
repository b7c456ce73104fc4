import { fileURLToPath } from "node:url";
import globalData from "@csstools/postcss-global-data";
import customMedia from "postcss-custom-media";
import { defineConfig } from "vitest/config";
import { aloneScripts } from "./alone.ts";
import { unloaded } from "./preloads.ts";
import { SESSION_WORDS } from "./src/session/words.generated.ts";
import { VIEW_WORDS } from "./src/words.generated.ts";
import { catalogues } from "./words.ts";

// Of Yjs, each module comes into the chunk that needs it: in one file, what the editor uses would load with every board.
// It explains itself on the console by way of a schema library of 4 kB, asks for variables of its environment by way of
// another kilobyte, and has types for XML: here nobody reads, sets or writes them.
const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const quiet = [
  { find: /^yjs$/, replacement: local("node_modules/yjs/src/index.js") },
  { find: /^\.\/types\/YXml\w+\.js$/, replacement: local("src/live/yjs-xml.ts") },
  { find: "lib0/logging", replacement: local("src/live/lib0-logging.ts") },
  { find: /^(lib0|\.)\/environment(\.js)?$/, replacement: local("src/live/lib0-environment.ts") },
];

// What runs before all else is here.
const AHEAD = /src\/(pages\/ahead|(board\/engine\/(floor|protocol)|live\/early-connection))\.ts$/;

// What the start page needs too, which loads nothing else of a board.
const TEXT = /src\/(kit\/text\/|browser-storage).*\.ts$/;

// What the boxes on a decision's page need too, once somebody uses one.
const WORDS = /(node_modules\/@fluent\/|src\/words\/).*\.[jt]s$/;

// What boards and work sessions stand on.
const BASE =
  /(rolldown\/runtime|vite\/preload-helper|src\/words\.generated|src\/pages\/translation|node_modules\/(yjs\/(?!src\/utils\/(UndoManager|RelativePosition|Snapshot))|lib0\/|preact\/|@preact\/)|src\/live\/|src\/kit\/(?!card|clipboard|copy|dialog|field|fit|page\/(keep-place|painted|typing))).*\.m?[jt]sx?$/;

// What every phase of a board stands on.
const BOARD =
  /src\/board\/(engine\/(?!sending\/split)|actions\/|app\/(?!board-dialog|closed|each|watch-views|share|take-)|parts\/(bar\/(?!promise-dialog)|time\/(?!countdown|own-)|share\/deleted-here)).*\.tsx?$/;

const areas = Object.values({ ...VIEW_WORDS, ...SESSION_WORDS }).flat();
const preloads = unloaded();

export default defineConfig({
  base: "/static/",
  plugins: [catalogues([...new Set(areas)]), preloads.plugin, aloneScripts(["src/making/alone.ts"])],
  publicDir: false,
  // Tests read the same vectors and golden files as those of the server.
  server: { fs: { allow: [".."] } },
  resolve: { alias: quiet },
  css: { postcss: { plugins: [globalData({ files: [local("src/styles/media.css")] }), customMedia()] } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../board/web/static",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // The content policy allows files of our own and no `data:` addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: preloads.resolve },
    rolldownOptions: {
      // On a busy machine plugins take long; nobody can mend that here.
      checks: { pluginTimings: false },
      input: [
        "src/pages/ahead.ts",
        "src/pages/home.ts",
        "src/pages/accept.ts",
        "src/pages/board.tsx",
        "src/pages/decision.ts",
        "src/pages/recap.ts",
        "src/pages/recap-making.ts",
        "src/pages/session.tsx",
        "src/pages/check-words.ts",
        "src/pages/recap-list.ts",
        "src/pages/news-list.ts",
      ],
      // The pages of decisions and the start page import some of them by their addresses.
      preserveEntrySignatures: "exports-only",
      // A chunk that needs no more than a number or a key of another one does not load it.
      optimization: { inlineConst: { mode: "all", pass: 1 } },
      // What every phase stands on is one file: many small ones take longer and pack worse.
      output: {
        codeSplitting: {
          groups: [
            { name: "ahead", test: AHEAD, priority: 1 },
            { name: "text", test: TEXT, priority: 1 },
            { name: "words", test: WORDS, priority: 1 },
            { name: "base", test: BASE },
            { name: "engine", test: BOARD },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["test/words.ts"],
    // Building a page for each file takes five times as long as the tests. Each test clears what it put into the page.
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}"],
    // Sheets are empty in tests, but for those that read them as text.
    css: { include: [/\?raw/] },
    // A bound for what hangs; no test is about time that really passes.
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
