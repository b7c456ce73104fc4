import { lazy } from "../../../kit/lazy";

/** How many are ready, and the button: loaded once the phase is on the screen. */
export const Ready = lazy(async () => (await import("./ready")).Ready);
