import { lazy } from "../../../../kit/lazy";
import { later } from "../../../../kit/page/slices";

/** Nobody looks for an idea before the ideas are there. */
export const Find = lazy(later(async () => (await import("./find-box")).Find));
