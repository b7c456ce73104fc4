/** The text as everybody writes it: the editor, how far it is saved, and words of mine that it could not take. */

import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { copyText } from "../../../../kit/copy";
import { toast } from "../../../../kit/feedback";
import { lazy } from "../../../../kit/lazy";
import { useEdge } from "../../../../kit/page/edges";
import { say } from "../../../../words/say";
import { openEditor } from "../../../editor/open-editor";
import { EditorTools } from "../../../editor/tools/editor-tools";
import type { Editor } from "../../../editor/types";
import type { Session } from "../../../engine";
import { ARTIFACT } from "../../../text/insertions";
import type { TextChannel } from "../../../text/text-channel";
import { useSession } from "../../../use-session";
import { listed } from "../../../verdicts";
import { timeOfDay } from "../time/face";
import { TextDocument } from "./document";
import { showIn } from "./show";
import { othersIn, saved, textChannel } from "./text-channel";

const BringHere = lazy(() => import("../../bringing/bring-here").then((part) => part.BringHere));

/** Code points. The server takes more, so that two pastes at once do not meet its limit. */
const MOST = 200_000;
/** How long (ms) to wait for the last words before the text is shown. */
const PATIENCE = 1000;
/** Seconds for which a sentence about a file stands. */
const LONG = 12;

interface WritingProps {
  /** Who I am in the session's people. */
  readonly person: string;
  readonly onDone?: () => void;
}

export function Writing({ person, onDone }: WritingProps) {
  const session = useSession();
  const channel = textChannel(session, person);
  const [full, setFull] = useState(false);
  const [leaving, setLeaving] = useState(false);
  /** The formatted text follows what is typed a little later, and at once when somebody asks for it. */
  const read = async (): Promise<void> => {
    setLeaving(true);
    await saved(channel, PATIENCE);
    await fetch(`/worksessions/${session.boot.session}/text`).catch(() => undefined);
  };
  const box = useRef<HTMLDivElement>(null);
  const tools = useEdge<HTMLDivElement>("top");
  const foot = useEdge<HTMLParagraphElement>("bottom");
  const editor = useEditor(box, session, channel, person, () => setFull(true));
  return (
    <div class="editor">
      <div ref={tools} class="editor-top">
        {editor && <EditorTools editor={editor} />}
      </div>
      <OwnWords channel={channel} />
      {channel.doc.value === null && <TextDocument />}
      <div ref={box} />
      <p ref={foot} class="acts">
        <span class="small" role="status">
          {full ? say("editor-full", { most: MOST }) : <Saved channel={channel} />}
        </span>
        <BringHere />
        {onDone && (
          <Button look="ink" busy={leaving} onClick={() => void read().then(onDone)}>
            {say("working-read")}
          </Button>
        )}
      </p>
    </div>
  );
}

/** The editor of the document that the channel has; another document gets another editor. */
function useEditor(
  box: { readonly current: HTMLDivElement | null },
  session: Session,
  channel: TextChannel,
  person: string,
  onTooLong: () => void,
): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const others = useMemo(() => othersIn(session, channel), [session, channel]);
  const doc = channel.doc.value;
  useLayoutEffect(() => {
    if (doc === null || !box.current) return;
    const opened = openEditor(box.current, {
      text: doc.getText(ARTIFACT),
      most: MOST,
      onTooLong,
      setCursor: (cursor) => channel.setCursor(cursor),
      others,
      colour: session.roots.people.peek().get(person)?.colour ?? 0,
      covered,
      onFiles: (files) => void bringAll(opened, files),
    });
    opened.focus();
    setEditor(opened);
    showIn(opened);
    return () => {
      setEditor(null);
      showIn(null);
      opened.close();
    };
  }, [doc]);
  return editor;
}

/** What bars cover of the window: the page scrolls what gets the focus clear of it, and the editor its cursor. */
function covered(): { readonly top: number; readonly bottom: number } {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return { top: Number.parseFloat(scrollPaddingTop) || 0, bottom: Number.parseFloat(scrollPaddingBottom) || 0 };
}

/** Files that were dropped or pasted come into the text where the cursor is. */
async function bringAll(editor: Editor, files: readonly File[]): Promise<void> {
  const { bring, BringError } = await import("../../../editor/bring/bring");
  for (const file of files) {
    try {
      const { markdown, leftOut } = await bring(file);
      editor.insert(markdown);
      if (leftOut.length > 0) toast(say("editor-left-out", { what: listed(leftOut) }), undefined, LONG);
    } catch (error) {
      if (!(error instanceof BringError)) throw error;
      toast(error.message, undefined, LONG);
    }
  }
}

function Saved({ channel }: { readonly channel: TextChannel }) {
  const status = channel.status.value;
  if (status.kind === "saving") return <>{say("working-keeping")}</>;
  if (status.kind === "saved") return <>{say("editor-saved", { time: timeOfDay(status.at / 1000) })}</>;
  return <>{say("editor-offline", { characters: status.characters })}</>;
}

/** What I wrote and the text does not have, because it began again or the server took none of it. */
function OwnWords({ channel }: { readonly channel: TextChannel }) {
  const words = channel.ownWords.value;
  if (words === null) return null;
  return (
    <div class="passed" role="alert">
      <p>{say("editor-own-words")}</p>
      <pre class="plain" dir="auto">
        {words}
      </pre>
      <p class="acts">
        <Button onClick={() => void copyText(words)}>{say("working-copy-mine")}</Button>
        <Button look="plain" onClick={() => channel.dismissOwnWords()}>
          {say("editor-drop-words")}
        </Button>
      </p>
    </div>
  );
}
