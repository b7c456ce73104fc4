/** Starts the engine of the board page from what the page was served with, and hands the views one object. */

import { localArea } from "../../browser-storage";
import { cleanInput } from "../../kit/text/clean-input";
import { trimmed } from "../../kit/text/rules";
import { takeOver } from "../../live/early-connection";
import type { Locks } from "../../live/tab-lock";
import { type Browser, start } from "./engine";
import type { Board } from "./offers";
import type { Boot } from "./types";

export type { Clock } from "../../live/clock";
export type { Note } from "../../live/notes";
export type { Status } from "./endings";
export type { Board, Draft, Moved, Own, Undo } from "./offers";
export type { MovedCard } from "./sending/moved";
export type { OwnIdea } from "./sending/own";

/** The fields that people type into; their text is not sent yet, wherever the cursor is. */
const FIELDS = 'textarea, input:not([type]), input[type="text"]';

/** Reads `#boot` and starts everything. Call once a page. */
export function boot(): Board {
  cleanInput(document);
  const served = document.getElementById("boot")?.textContent ?? "";
  return start(JSON.parse(served) as Boot, browser());
}

function browser(): Browser {
  return {
    storage: localArea(),
    locks: (navigator as { locks?: Locks }).locks ?? null,
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
