/** The build's part of dynamic imports: a file preloads only scripts that are not loaded with it. */

import type { ModulePreloadOptions, Plugin } from "vite";

type Resolve = NonNullable<ModulePreloadOptions["resolveDependencies"]>;

/**
 * A file that runs has loaded everything it imports, so its list of preloads need not name that: names of files hardly
 * compress.
 */
export function unloaded(): { plugin: Plugin; resolve: Resolve } {
  const imports = new Map<string, readonly string[]>();
  const loaded = new Map<string, ReadonlySet<string>>();

  const closure = (file: string): ReadonlySet<string> => {
    const found = new Set([file]);
    for (const at of found) for (const next of imports.get(at) ?? []) found.add(next);
    loaded.set(file, found);
    return found;
  };

  return {
    // Vite asks for the preloads at the end of its own `generateBundle`.
    plugin: {
      name: "unloaded",
      enforce: "pre",
      generateBundle(_, bundle) {
        for (const file of Object.values(bundle)) if (file.type === "chunk") imports.set(file.fileName, file.imports);
      },
    },
    resolve: (_, needed, { hostId }) => {
      const had = loaded.get(hostId) ?? closure(hostId);
      return needed.filter((file) => !had.has(file));
    },
  };
}
