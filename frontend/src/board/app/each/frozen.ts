import { lazy } from "../../../kit/lazy";

export { Frozen as View } from "../../phases/done/done";

export const Bar = lazy(async () => (await import("../../phases/done/work")).WorkBar);
