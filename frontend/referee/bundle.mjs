/** Modules of the board page as one script for Node, so that tests run the very code that browsers run. */

import { rolldown } from "rolldown";

/** The code of an entry beside this file. Evaluated, it leaves what the entry exports in a variable `page`. */
export async function bundled(entry) {
  const built = await rolldown({
    input: new URL(entry, import.meta.url).pathname,
    platform: "browser",
    logLevel: "silent",
  });
  const { output } = await built.generate({ format: "iife", name: "page", exports: "named" });
  await built.close();
  return output[0].code;
}
