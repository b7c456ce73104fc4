import { lazy } from "../../../kit/lazy";

/** The page of the last item, with its words: `onBack` leads back to the text. */
export const Finish = lazy<{ readonly onBack?: () => void }>(
  async () => (await import("./finish-page")).FinishPage,
  "finish",
  "verdict",
  "contract",
);
