import { tooOld } from "../board/engine/floor";
import { SUBPROTOCOL } from "../board/engine/protocol";
import { connectEarly } from "../live/early-connection";

const page = document.documentElement;
const path = page.dataset.live;
// The page says it, in words that are there already; `pages/board.tsx` then leaves it as it is.
if (tooOld()) page.dataset.tooOld = "";
else if (path !== undefined) connectEarly(location.origin.replace(/^http/, "ws") + path, SUBPROTOCOL);
