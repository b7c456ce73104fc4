import { lazy } from "../../../kit/lazy";
import { later } from "../../../kit/page/slices";

/** How many are ready, and the button: loaded once the phase is on the screen. */
export const Ready = lazy(later(async () => (await import("./ready")).Ready));
