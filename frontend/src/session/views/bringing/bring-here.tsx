import { useEffect } from "preact/hooks";
import { toast } from "../../../kit/feedback";
import { say } from "../../../words/say";
import { useUnwritten } from "../use-unwritten";
import { ChooseFile } from "./choose-file";
import { useBring } from "./use-bring";

/** Seconds for which a sentence about a file stands. */
const LONG = 12;

/** Beside an editor in which nothing is written yet: a text that somebody brings along. */
export function BringHere() {
  const { bring, busy, said } = useBring();
  const unwritten = useUnwritten();
  useEffect(() => {
    if (said !== "") toast(said, undefined, LONG);
  }, [said]);
  if (!unwritten && !busy) return null;
  return <ChooseFile look="plain" words={say("editor-bring")} busy={busy} onFile={bring} />;
}
