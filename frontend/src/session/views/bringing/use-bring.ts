import { useEffect, useState } from "preact/hooks";
import { loadWords, say } from "../../../words/say";
import type { Session } from "../../engine";
import { useSession } from "../../use-session";
import { listed } from "../../verdicts";

export interface Bringing {
  readonly bring: (file: File) => void;
  readonly busy: boolean;
  /** What came of the last file: "" before the first one. */
  readonly said: string;
  readonly wrong: boolean;
  /** A file waits until this person has a name here. */
  readonly waits: boolean;
}

const NOTHING = { said: "", wrong: false };

/** Takes files into the text. One that was chosen before its person has joined waits for that. */
export function useBring(): Bringing {
  const session = useSession();
  const person = session.me.value;
  const [file, setFile] = useState<File | null>(null);
  const [came, setCame] = useState(NOTHING);
  useEffect(() => {
    if (!file || person === null) return;
    setCame(NOTHING);
    void taken(session, person, file).then((what) => {
      setCame(what);
      setFile(null);
    });
  }, [file, person]);
  const waits = file !== null && person === null;
  return { bring: setFile, busy: file !== null && !waits, waits, ...came };
}

async function taken(session: Session, person: string, file: File): Promise<typeof NOTHING> {
  try {
    // Parts that few people need.
    const [{ takeIn }] = await Promise.all([import("./take-in"), loadWords("editor")]);
    const leftOut = await takeIn(session, person, file);
    const done = say("editor-brought", { file: file.name });
    return {
      said: leftOut.length > 0 ? `${done} ${say("editor-left-out", { what: listed(leftOut) })}` : done,
      wrong: false,
    };
  } catch (error) {
    if (error instanceof Error && error.name === "BringError") return { said: error.message, wrong: true };
    return { said: say("work-unsent"), wrong: true };
  }
}
