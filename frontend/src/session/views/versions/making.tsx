/** "Watch it being made": a text as it grew, in about fifteen seconds or step by step, without names. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { type Frame, inSight, type Moment, moments, WHOLE } from "../../../making/play";
import { say } from "../../../words/say";
import type { Version } from "../../../worksession.generated";
import { timeOfDay } from "../work/time/face";
import { TextLine } from "./changed-line";
import { reasonOf } from "./kept";

interface MakingProps {
  readonly frames: readonly Frame[];
  /** All copies that are kept, to which a frame may refer. */
  readonly versions: readonly Version[];
}

export function Making({ frames, versions }: MakingProps) {
  const all = useMemo(() => moments(frames), [frames]);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const last = all.length - 1;
  const [at, setAt] = useState(still ? last : 0);
  const [playing, setPlaying] = useState(!still && last > 0);
  useEffect(() => {
    if (!playing) return;
    const next = setTimeout(() => (at < last ? setAt(at + 1) : setPlaying(false)), WHOLE / all.length);
    return () => clearTimeout(next);
  }, [playing, at]);
  const step = (to: number): void => {
    setPlaying(false);
    setAt(Math.min(Math.max(to, 0), last));
  };
  const play = (): void => {
    if (at === last) setAt(0);
    setPlaying(!playing);
  };
  const now = all[at];
  if (!now) return null;
  return (
    <div class="making">
      <Stage moment={now} />
      <div class="making-time" style={{ "--at": last > 0 ? at / last : 1 }} aria-hidden="true" />
      {/* Read out after a step by hand; while it plays it changes too often. */}
      <p class="making-when" aria-live={playing ? "off" : "polite"}>
        <b>{now.frame.at === null ? say("versions-now") : timeOfDay(now.frame.at)}</b>{" "}
        <span dir="auto">{why(now.frame, versions)}</span>{" "}
        <small>{say("versions-step", { at: at + 1, all: all.length })}</small>
      </p>
      {last > 0 && (
        <p class="making-keys">
          <Button icon="back" aria-label={say("versions-back")} disabled={at === 0} onClick={() => step(at - 1)} />
          {!still && (
            <Button look="ink" icon={playing ? "pause" : "play"} onClick={play}>
              {playing ? say("versions-pause") : at === last ? say("versions-play-again") : say("versions-play")}
            </Button>
          )}
          <Button
            icon="next"
            aria-label={say("versions-forward")}
            disabled={at === last}
            onClick={() => step(at + 1)}
          />
        </p>
      )}
    </div>
  );
}

/** Why a copy was kept; the names that people gave to copies stay out of it. */
function why({ reason, of }: Frame, versions: readonly Version[]): string {
  return reason === null || reason === "name" ? "" : reasonOf({ reason, of }, versions);
}

/** The text at one moment. What is new in it comes into sight at once: nothing moves. */
function Stage({ moment }: { readonly moment: Moment }) {
  const box = useRef<HTMLElement>(null);
  const { from, to } = inSight(moment);
  useLayoutEffect(() => {
    const stage = box.current;
    const fresh = stage?.querySelector<HTMLElement>(".added");
    if (!stage) return;
    stage.scrollTop = fresh ? fresh.offsetTop - stage.clientHeight / 3 : 0;
  }, [moment]);
  return (
    // A keyboard scrolls what has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section ref={box} class="making-stage doc lines-of-text" aria-label={say("versions-stage")} tabIndex={0}>
      {moment.lines.length === 0 && <p class="empty-words">{say("versions-watch-empty")}</p>}
      {moment.lines.slice(from, to).map(([kind, level, text], n) => (
        <TextLine key={String(from + n)} kind={kind} level={level} class={moment.fresh.has(from + n) ? "added" : ""}>
          {text}
        </TextLine>
      ))}
    </section>
  );
}
