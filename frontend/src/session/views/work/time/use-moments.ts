/** What time does to the page beside the screen: the title of the tab, the tone at an end, and a screen that stays on. */

import { effect, type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { TONE } from "../../../../browser-storage";
import { announce } from "../../../../kit/feedback";
import { useWakeLock } from "../../../../kit/page/wake-lock";
import { say } from "../../../../words/say";
import type { Session } from "../../../engine";
import { useSession } from "../../../use-session";
import { courseOf } from "./course";
import { face, type Look, rings } from "./face";
import { playTone, readyTone, soundsByDefault } from "./tone";

const chosen = new WeakMap<Session, Signal<boolean | null>>();

/** Whether this device sounds at the end of an item, and how to change that for this session. */
export function tone(session: Session): { readonly on: boolean; readonly set: (on: boolean) => void } {
  const choice = chosen.get(session) ?? signal(session.store.read<boolean>(TONE));
  chosen.set(session, choice);
  return {
    on: choice.value ?? soundsByDefault(session.meta.value.kind, session.leads.value),
    set: (on) => {
      session.store.write(TONE, on);
      choice.value = on;
    },
  };
}

/** Call once, in the view. */
export function useMoments(): void {
  const session = useSession();
  const { clock } = session.meta.value;
  useWakeLock(clock !== null && clock.since !== null);
  useEffect(() => {
    const { roots, meta, now } = session;
    const about = document.title;
    let last: Look | null = null;
    const follow = effect(() => {
      const course = courseOf(roots.agenda.value, meta.value.clock, now.value);
      const artifact = meta.value.contract.artifact || about;
      if (course === null) return;
      const left = face(course.left);
      document.title = say("working-title", { left: course.paused ? `⏸ ${left}` : left, about: artifact });
      const look = { item: course.current.id, left: course.left };
      if (rings(last, look)) {
        if (tone(session).on) playTone();
        announce(say("working-over", { item: course.current.title }));
      }
      last = look;
    });
    const quiet = readyTone(document);
    return () => {
      follow();
      quiet();
      document.title = meta.peek().contract.artifact || about;
    };
  }, [session]);
}
