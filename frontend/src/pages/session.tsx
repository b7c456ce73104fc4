import { render } from "preact";
import "../styles/session-sheets";
import { loadWithRetry } from "../kit/load";
import { keepPlace } from "../kit/page/keep-place";
import { painted } from "../kit/page/painted";
import { holdDrawing } from "../kit/page/press";
import { whenIdle } from "../kit/page/slices";
import { boot } from "../session/boot";
import { SessionContext } from "../session/use-session";
import { Shell } from "../session/views/shell";
import { load, viewNow } from "../session/views/views";
import { SESSION_WORDS } from "../session/words.generated";
import { loadWords } from "../words/say";
import { followTranslation } from "./translation";

/** How long (ms) the served page stands in for a view that is still being loaded; then the frame says what is wrong. */
const PATIENCE = 4000;

async function open(root: HTMLElement): Promise<void> {
  const session = boot();
  const frame = loadWithRetry(
    () => loadWords(...SESSION_WORDS.session),
    () => true,
  );
  const late = new Promise((over) => setTimeout(over, PATIENCE));
  await Promise.race([load(viewNow(session)), late]);
  await frame;
  root.replaceChildren();
  // Before anything is drawn: a translator takes texts away that are not followed yet.
  followTranslation(root);
  holdDrawing();
  // Headings of the text that people write do not begin the page.
  keepPlace(root, "main h1:not(.doc h1), main");
  render(
    <SessionContext.Provider value={session}>
      <Shell />
    </SessionContext.Provider>,
    root,
  );
  // What the page was served with is on the screen before the document, which is the same, is read again.
  void painted().then(() => session.connect());
  // The list on the start page is a help; without it nothing is missing here.
  whenIdle()
    .then(() => import("./note-visit"))
    .then(({ followSession }) => followSession(session))
    .catch(() => {});
}

const root = document.getElementById("session");
if (root && document.documentElement.dataset.tooOld === undefined) void open(root);
