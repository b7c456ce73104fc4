import { begin } from "../board/head-start";

const path = document.documentElement.dataset.live;
if (path !== undefined) begin(location.origin.replace(/^http/, "ws") + path);
