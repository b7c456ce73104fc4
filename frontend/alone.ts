/** The build's part of scripts that stand inside a file: each is one piece that imports nothing. */

import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

/** Emits each source as a script of its own, which the manifest lists under its path. */
export function aloneScripts(sources: readonly string[]): Plugin {
  return {
    name: "alone-scripts",
    apply: "build",
    async generateBundle() {
      for (const source of sources)
        this.emitFile({
          type: "asset",
          name: source.replace(/^.*\/(\w+)\.ts$/, "$1.js"),
          originalFileName: source,
          source: await built(source),
        });
    },
  };
}

async function built(source: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      lib: { entry: fileURLToPath(new URL(source, import.meta.url)), formats: ["iife"], name: "alone" },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [only, ...more] = [made].flat().flatMap((one) => ("output" in one ? one.output : []));
  if (only?.type !== "chunk" || more.length > 0) throw new Error(`${source} is more than one script`);
  return only.code;
}
