import { lazy } from "../../../../kit/lazy";

/** Nobody looks for an idea before the ideas are there. */
export const Find = lazy(async () => (await import("./find-box")).Find);
