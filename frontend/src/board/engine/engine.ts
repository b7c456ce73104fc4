/** Puts the engine of one board page together: what comes in from the server, and what goes out to it. */

import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { prefixOf } from "../../browser-storage";
import { PART_MISSING } from "../../kit/load";
import { trimmed } from "../../kit/text/rules";
import { countdown, ServerClock } from "../../live/clock";
import { Connection } from "../../live/connection";
import { Dispatch } from "../../live/dispatch";
import { askFrame, type Frame } from "../../live/frames";
import type { OpenSocket } from "../../live/live-socket";
import { Notes } from "../../live/notes";
import { OfflineReason } from "../../live/offline-reason";
import { followPage, type Page } from "../../live/page-events";
import { Replica } from "../../live/replica";
import { Restart } from "../../live/restart";
import { followRoots } from "../../live/roots";
import { Store } from "../../live/storage";
import type { Locks } from "../../live/tab-lock";
import { Version } from "../../live/version";
import { type BoardDocument, type Command, type Notice, type Phase, ROOTS } from "../../protocol.generated";
import { say } from "../../words/say";
import { ENDINGS } from "./endings";
import type { Board } from "./offers";
import { PROTOCOL, SUBPROTOCOL } from "./protocol";
import { Ballots } from "./sending/ballots";
import { commandsOf } from "./sending/commands";
import { Consent } from "./sending/consent";
import { Draft } from "./sending/draft";
import { Grouping } from "./sending/grouping";
import { Moved } from "./sending/moved";
import { Outbox } from "./sending/outbox";
import { Own } from "./sending/own";
import { dropOverdue, withWaiting } from "./sending/own-waiting";
import { Undo } from "./sending/undo";
import { boardState, metaOf } from "./state";
import type { Answer, Boot } from "./types";

/** The phases in which the page can ask for its own ideas that the board does not show; later all ideas are shown. */
const ASKABLE: readonly Phase[] = ["diverge", "reveal"];

/** What the engine takes from the browser, so that tests can simulate browsers. */
export interface Browser extends Page {
  readonly storage: Storage | null;
  readonly locks: Locks | null;
  /** "wss://board.example", without a slash at the end. */
  readonly origin: string;
  readonly open: OpenSocket;
  /** The status of a POST, which outlives its page; rejects without a network. */
  readonly post: (path: string, body?: string) => Promise<number>;
  readonly random: () => number;
  /** A field of the page holds text that somebody typed. */
  typing(): boolean;
  reload(): void;
}

export function start(boot: Boot, browser: Browser): Board {
  const { board, role } = boot;
  const store = new Store(browser.storage, prefixOf(board, role), browser.window);
  const notes = new Notes();
  const notice = signal<Notice>(boot.notice);
  const begun = signal(false);

  const setBack = (): void => notes.tell("set-back", () => say("board-set-back"));
  const replica = new Replica(ROOTS, (stateVector) => connection.sendFrame(askFrame(stateVector)), setBack);
  const [roots, stopRoots] = followRoots<BoardDocument>(replica.shown, ROOTS);
  const meta = metaOf(roots, boot.meta);
  const ready = computed(() => replica.shown.value !== null);

  const url = `${browser.origin}/boards/${board}/live?as=${role}`;
  const connection = new Connection(
    { url, subprotocol: SUBPROTOCOL, endings: ENDINGS },
    browser.open,
    { frame: received, lost, failed: () => void offline.failed(), probe: () => replica.probe() },
    browser.random,
  );
  const offline = new OfflineReason(() => browser.post(`/boards/${board}/live`));
  const server = new ServerClock();
  server.heard(boot.notice.now);
  const clock = countdown(server, notice);

  const post = { live: () => connection.live, send: connection.send.bind(connection), answered };
  const outbox = new Outbox(store, `${board}/${role}`, post, browser.locks, browser.random);
  const own = new Own(store, outbox);
  const draft = new Draft(store, own);
  const ballots = new Ballots(meta, roots, notice, store, outbox);
  const consent = new Consent(meta, notice, outbox);
  const dispatch = new Dispatch<Command, Answer>(
    (request) => connection.send(request),
    (why) => say(`board-${why}`),
  );
  const ask = (command: Command): Promise<Answer> => dispatch.ask(command);
  const restart = new Restart(store);
  const undo = new Undo();
  const moved = new Moved(roots);
  const grouping = new Grouping(ask, roots, undo, moved);

  const version = new Version(
    store,
    { protocol: PROTOCOL, build: boot.build },
    {
      busy: () => outbox.entries.peek().length > 0 || trimmed(draft.text.peek()) !== "" || browser.typing(),
      reload: () => browser.reload(),
    },
  );
  const waiting = computed(() => outbox.entries.value.length);
  const state = boardState({
    roots: withWaiting(roots, own.waiting),
    meta,
    ready,
    notice,
    ballots,
    status: connection.status,
    waiting,
  });

  function received(frame: Frame<Answer, Notice>, fresh: boolean, took: number, ago: number): void {
    batch(() => {
      if (frame.kind === "document") replica.received(frame.update, frame.whole);
      else if (frame.kind === "answer") answerCame(frame.answer, took, ago);
      else noticeCame(frame.notice, fresh, took, ago);
    });
  }

  function noticeCame(news: Notice, fresh: boolean, took: number, ago: number): void {
    server.heard(news.now, fresh, ago);
    // A connection is begun with two or three trips there and back.
    if (fresh) server.roundTrip(took / 2);
    notice.value = { ...notice.peek(), ...news };
    begun.value = true;
    clock.touch();
    replica.announced(news.epoch, fresh, news.run);
    if (fresh) {
      offline.live();
      outbox.kick();
      dispatch.live();
    }
    ballots.heard();
    consent.heard();
    version.heard(news, news.phase);
  }

  function answerCame(answer: Answer, took: number, ago: number): void {
    server.roundTrip(took);
    if (answer.now !== undefined) server.heard(answer.now, false, ago);
    // What a server of another version refuses, it may only have misunderstood: the next page sends it again.
    const later: Answer = version.foreign && answer.answer === "refused" ? { ...answer, answer: "retry" } : answer;
    if (!outbox.received(later)) dispatch.received(answer);
  }

  function answered(entry: Parameters<Own["answered"]>[0], answer: Answer): void {
    own.answered(entry, answer);
    if (answer.answer !== "refused") return;
    const why = answer.why ?? "";
    if (entry.request.do === "cast_ballot") notes.tell("ballot", () => say("board-ballot-refused", { why }));
    if (entry.request.do === "answer_consent") notes.tell("consent", () => say("board-answer-refused", { why }));
  }

  function lost(): void {
    replica.lost();
    outbox.lost();
    dispatch.lost();
  }

  /** Looks for own ideas that an older copy of the server's file has lost; false when it could not ask. */
  async function checkOwn(phase: Phase): Promise<boolean> {
    const lost = await own.check(roots.numbers.peek(), ASKABLE.includes(phase) ? ask : null);
    if (lost) setBack();
    return lost !== null;
  }

  const partMissing = (): void => version.missing();
  browser.window.addEventListener(PART_MISSING, partMissing);

  const timeIsUp = computed(() => begun.value && clock.over.value && notice.value.phase === "diverge");
  const stops = [
    stopRoots,
    timeIsUp.subscribe((up) => {
      if (up) draft.timeUp();
      else if (begun.peek() && notice.peek().phase === "diverge") own.askAgain();
    }),
    state.phase.subscribe((phase) => {
      if (phase === "cluster") return;
      undo.forgetAll();
      moved.forgetAll();
    }),
    effect(() => {
      if (!ready.value) return;
      const { ideas, numbers, places, signatures } = roots;
      const shown = {
        ideas: ideas.value,
        numbers: numbers.value,
        places: places.value,
        signatures: signatures.value,
      };
      const frozen = meta.value.frozen !== null;
      outbox.entries.value;
      own.waiting.value;
      untracked(() => own.compare(shown, frozen));
    }),
    dropOverdue(
      own.waiting,
      // Without a connection or a place to store nothing can enter the document.
      computed(() => ready.value && connection.status.value === "live" && !notice.value.readonly),
      (overdue) => own.giveUp(overdue, roots.ideas.peek()),
    ),
    effect(() => {
      const shown = replica.shown.value;
      const { run } = notice.value;
      if (shown === null || replica.renewing || !begun.value || version.foreign) return;
      const { phase } = meta.value;
      untracked(() => void restart.heard(run, phase === "lobby" ? null : () => checkOwn(phase)));
    }),
    effect(() => {
      if (ready.value && ballots.dropStale()) notes.tell("ballot", () => say("board-ballot-dropped"));
    }),
    store.trouble.subscribe((trouble) => {
      if (trouble) notes.tell("storage", () => say("board-storage-trouble"));
      else notes.dismiss("storage");
    }),
    offline.reason.subscribe((reason) => {
      if (reason) notes.tell("offline", () => say(`board-blocked-${reason}`));
      else notes.dismiss("offline");
    }),
    () => browser.window.removeEventListener(PART_MISSING, partMissing),
    followPage(browser, {
      wake: () => {
        connection.wake();
        clock.touch();
      },
      hide: () => outbox.hurry(),
      rest: () => {
        outbox.hurry();
        // What a socket sends as its page goes may go with it. Nobody hears the answer; the next page sends it again.
        outbox.leave((request) => {
          browser.post(`/api/boards/${board}/commands`, JSON.stringify(request)).catch(() => undefined);
        });
        connection.rest();
      },
      // Only where nothing could be kept would leaving lose something.
      holdsOn: () => store.trouble.peek() && waiting.peek() > 0,
    }),
  ];

  connection.connect();
  return {
    boot,
    state,
    commands: commandsOf(ask, own, grouping, ballots, consent),
    own,
    draft,
    clock,
    consent,
    undo,
    moved: {
      cards: moved.cards,
      moving: moved.moving,
      dismiss: (idea) => moved.forget([idea]),
      putBack: (idea) => {
        const card = moved.cards.peek().find((one) => one.idea === idea);
        if (card === undefined) return Promise.resolve({ id: "", answer: "refused", why: say("board-card-gone") });
        return grouping.place([idea], card.mine);
      },
    },
    status: connection.status,
    newVersion: version.newer,
    reload: () => browser.reload(),
    notes: notes.all,
    dismissNote: (id) => notes.dismiss(id),
    receipt: (round) => ballots.receipt(round),
    codes: () => ballots.codes(),
    close: () => {
      for (const stop of stops) stop();
      connection.rest();
      outbox.close();
      dispatch.close();
      version.close();
      clock.stop();
      moved.close();
      store.close();
      replica.close();
    },
  };
}
