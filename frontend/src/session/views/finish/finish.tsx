import { lazy } from "../../../kit/lazy";
import type { FinishProps } from "./finish-page";

/** The page of the last item, with its words. */
export const Finish = lazy<FinishProps>(
  async () => (await import("./finish-page")).FinishPage,
  "finish",
  "verdict",
  "contract",
  "chain",
);
