/** Takes the words of a file into the text, by the channel on which everybody writes it. */

import { length } from "../../../kit/text/rules";
import { say } from "../../../words/say";
import { pieces } from "../../editor/binding/clean";
import { BringError, bring } from "../../editor/bring/bring";
import type { Session } from "../../engine";
import { ARTIFACT } from "../../text/insertions";
import type { TextChannel } from "../../text/text-channel";
import { saved, textChannel } from "../work/text/text-channel";
import { placed } from "./brought";

/** Code points; see `writing.tsx`. */
const MOST = 200_000;
/** Code units of one change: others see a long text grow. */
const PIECE = 8000;
/** How long (ms) to wait for the text, and for the server to have it. */
const PATIENCE = 30_000;

/** What could not be taken over. Rejects with a `BringError` if nothing was, or if it is not kept yet. */
export async function takeIn(session: Session, person: string, file: File): Promise<readonly string[]> {
  const { markdown, leftOut } = await bring(file);
  if (markdown === "") throw new BringError(say("editor-bring-empty"));
  const channel = textChannel(session, person);
  const doc = await opened(channel);
  if (!doc) throw new BringError(say("editor-bring-offline"));
  const text = doc.getText(ARTIFACT);
  const { contract } = session.meta.peek();
  const conditions = [...session.roots.conditions.peek().values()];
  const now = placed(text.toString(), markdown, [contract.artifact, ...conditions.map((one) => one.text)]);
  const over = length(now.text) - MOST;
  if (over > 0) throw new BringError(say("editor-bring-long", { most: MOST, over }));
  let at = now.from;
  for (const [number, words] of pieces(now.text.slice(at), PIECE).entries()) {
    doc.transact(() => {
      if (number === 0) text.delete(at, text.length - at);
      text.insert(at, words);
    });
    at += words.length;
  }
  await saved(channel, PATIENCE);
  if (channel.status.peek().kind !== "saved") throw new BringError(say("editor-bring-unsaved"));
  await session.ask({ do: "keep_brought" });
  return leftOut;
}

/** The document of the channel once it is complete; null if it does not come. */
function opened(channel: TextChannel): Promise<ReturnType<typeof channel.doc.peek>> {
  return new Promise((done) => {
    const over = (): void => {
      clearTimeout(late);
      queueMicrotask(() => stop());
      done(channel.doc.peek());
    };
    const late = setTimeout(over, PATIENCE);
    const stop = channel.doc.subscribe((doc) => {
      if (doc) over();
    });
  });
}
