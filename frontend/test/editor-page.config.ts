/** Builds a page with nothing but the editor, for its tests in a browser: `vite build --config … --outDir …`. */

import { defineConfig } from "vite";
import { messages } from "../words";

export default defineConfig({
  publicDir: false,
  define: { EDITOR_WORDS: JSON.stringify(messages("editor", false)) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: "test/editor-page.tsx",
      output: { entryFileNames: "page.js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
