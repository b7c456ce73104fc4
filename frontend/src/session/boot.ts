/** Starts the engine of a session page from what the page was served with. */

import { localArea } from "../browser-storage";
import { cleanInput } from "../kit/text/clean-input";
import { trimmed } from "../kit/text/rules";
import { takeOver } from "../live/early-connection";
import { type Browser, type Session, start } from "./engine";
import type { Boot } from "./types";

/** The fields that people type into; their text is not sent yet, wherever the cursor is. */
const FIELDS = 'textarea, input:not([type]), input[type="text"]';

/** Reads `#boot` and starts everything. Call once a page. */
export function boot(): Session {
  cleanInput(document);
  return start(JSON.parse(document.getElementById("boot")?.textContent ?? "") as Boot, browser());
}

function browser(): Browser {
  return {
    storage: localArea(),
    window,
    page: document,
    origin: location.origin.replace(/^http/, "ws"),
    open: (url, protocols) => takeOver(url, protocols) ?? new WebSocket(url, protocols),
    post: async (path, body) => (await fetch(path, { method: "POST", body: body ?? null, keepalive: true })).status,
    random: Math.random,
    typing: () => {
      const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS);
      return [...fields].some((field) => !field.readOnly && trimmed(field.value) !== "");
    },
    reload: () => location.reload(),
  };
}
