/** Puts the engine of one session page together: what comes in from the server, and what goes out to it. */

import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { prefixOf } from "../browser-storage";
import { PART_MISSING } from "../kit/load";
import { ServerClock } from "../live/clock";
import { Connection } from "../live/connection";
import { Dispatch } from "../live/dispatch";
import { askFrame, type Frame } from "../live/frames";
import type { OpenSocket } from "../live/live-socket";
import { type Note, Notes } from "../live/notes";
import { OfflineReason } from "../live/offline-reason";
import { followPage, type Page } from "../live/page-events";
import { Replica } from "../live/replica";
import { followRoots, kept } from "../live/roots";
import { Store } from "../live/storage";
import { Version } from "../live/version";
import { say } from "../words/say";
import {
  type Command,
  type Person,
  ROOTS,
  type SessionDocument,
  type SessionMeta,
  type SessionNotice,
} from "../worksession.generated";
import { ENDINGS, type Status } from "./endings";
import { renew } from "./links";
import type { Answer, Boot, Roots } from "./types";

export const PROTOCOL = 1;
export const SUBPROTOCOL = `shortlist.${PROTOCOL}`;
/** How often (ms) the seconds on the screen are looked at. */
const LOOK = 200;

/** What the engine takes from the browser, so that tests can simulate browsers. */
export interface Browser extends Page {
  readonly storage: Storage | null;
  /** "wss://board.example", without a slash at the end. */
  readonly origin: string;
  readonly open: OpenSocket;
  /** The status of a POST; rejects without a network. */
  readonly post: (path: string, body?: string) => Promise<number>;
  readonly random: () => number;
  /** A field of the page holds text that somebody typed. */
  typing(): boolean;
  reload(): void;
}

/** The text as safe HTML. */
export interface Formatted {
  readonly digest: string;
  readonly html: string;
}

/** The engine as the views see it. */
export interface Session {
  readonly boot: Boot;
  /** The document: a map for each root. */
  readonly roots: Roots;
  readonly meta: ReadonlySignal<SessionMeta>;
  /** The text as safe HTML; null until it is there. The views that show it fetch it after a change. */
  readonly formatted: Signal<Formatted | null>;
  readonly notice: ReadonlySignal<SessionNotice>;
  /** Who I am in the document; null before I join, and on the big screen. */
  readonly me: ReadonlySignal<string | null>;
  readonly myself: ReadonlySignal<Person | null>;
  /** I hold the lead's link, or took the lead. */
  readonly leads: ReadonlySignal<boolean>;
  /** Unix seconds by the server's clock, whole ones: changes once a second. */
  readonly now: ReadonlySignal<number>;
  /** The same at this very moment. */
  serverNow(): number;
  readonly status: ReadonlySignal<Status>;
  readonly newVersion: ReadonlySignal<boolean>;
  reload(): void;
  readonly notes: ReadonlySignal<readonly Note[]>;
  dismissNote(id: string): void;
  readonly store: Store;
  /** Gives a command. It answers and never throws; what is not "ok" has a `why`. */
  ask(command: Command): Promise<Answer>;
  /** Goes live. Until then the page shows what it was served with. */
  connect(): void;
  /** Lets go of socket, timers and listeners. */
  close(): void;
}

export function start(boot: Boot, browser: Browser): Session {
  const { session, role } = boot;
  const store = new Store(browser.storage, prefixOf(session, role), browser.window);
  const notes = new Notes();
  const notice = signal<SessionNotice>(boot.notice);
  const replica = new Replica(
    ROOTS,
    (stateVector) => connection.sendFrame(askFrame(stateVector)),
    () => notes.tell("set-back", () => say("work-set-back")),
  );
  const [roots, stopRoots] = followRoots<SessionDocument>(replica.shown, ROOTS, boot.document);
  let last: SessionMeta | undefined;
  const meta = computed(() => {
    last = kept(last, Object.fromEntries(roots.meta.value) as unknown as SessionMeta);
    return last;
  });

  const server = new ServerClock();
  server.heard(boot.notice.now);
  const now = signal(Math.floor(boot.notice.now));
  const touch = (): void => {
    now.value = Math.floor(server.serverNow());
  };
  const seconds = setInterval(touch, LOOK);

  const connection = new Connection<
    Answer,
    SessionNotice,
    Exclude<Status, "connecting" | "live" | "resuming" | "offline">
  >(
    { url: `${browser.origin}/worksessions/${session}/live?as=${role}`, subprotocol: SUBPROTOCOL, endings: ENDINGS },
    browser.open,
    { frame: received, lost, failed: () => void offline.failed(), probe: () => replica.probe() },
    browser.random,
  );
  const offline = new OfflineReason(() => browser.post(`/worksessions/${session}/live`));
  const dispatch = new Dispatch<Command, Answer>(
    (request) => connection.send(request),
    (why) => say(`work-${why}`),
  );
  const version = new Version(
    store,
    { protocol: PROTOCOL, build: boot.build },
    { busy: () => browser.typing(), reload: () => browser.reload() },
  );

  function received(frame: Frame<Answer, SessionNotice>, fresh: boolean, took: number, ago: number): void {
    batch(() => {
      if (frame.kind === "document") replica.received(frame.update, frame.whole);
      else if (frame.kind === "answer") {
        server.roundTrip(took);
        dispatch.received(frame.answer);
      } else heard(frame.notice, fresh, took, ago);
    });
  }

  function heard(news: SessionNotice, fresh: boolean, took: number, ago: number): void {
    server.heard(news.now, fresh, ago);
    // A connection is begun with two or three trips there and back.
    if (fresh) server.roundTrip(took / 2);
    notice.value = { ...notice.peek(), ...news };
    renew(notice.peek().you.links, browser.origin.replace(/^ws/, "http"));
    touch();
    replica.announced(news.epoch, fresh, news.run);
    if (fresh) {
      offline.live();
      dispatch.live();
    }
    version.heard(news, meta.peek().state);
  }

  function lost(): void {
    replica.lost();
    dispatch.lost();
  }

  const partMissing = (): void => version.missing();
  browser.window.addEventListener(PART_MISSING, partMissing);
  const stops = [
    stopRoots,
    offline.reason.subscribe((reason) => {
      if (reason) notes.tell("offline", () => say(`work-blocked-${reason}`));
      else notes.dismiss("offline");
    }),
    () => browser.window.removeEventListener(PART_MISSING, partMissing),
    followPage(browser, {
      wake: () => {
        connection.wake();
        touch();
      },
      hide: () => undefined,
      rest: () => connection.rest(),
      holdsOn: () => false,
    }),
  ];

  const me = computed(() => notice.value.you.person);
  return {
    boot,
    roots,
    meta,
    formatted: signal(boot.html === null ? null : { digest: boot.document.meta.text_digest, html: boot.html }),
    notice,
    me,
    myself: computed(() => (me.value === null ? null : (roots.people.value.get(me.value) ?? null))),
    leads: computed(() => role === "lead" || (me.value !== null && meta.value.acting === me.value)),
    now,
    serverNow: () => server.serverNow(),
    status: connection.status,
    newVersion: version.newer,
    reload: () => browser.reload(),
    notes: notes.all,
    dismissNote: (id) => notes.dismiss(id),
    store,
    ask: (command) => dispatch.ask(command),
    connect: () => connection.connect(),
    close: () => {
      for (const stop of stops) stop();
      clearInterval(seconds);
      connection.rest();
      dispatch.close();
      version.close();
      store.close();
      replica.close();
    },
  };
}
