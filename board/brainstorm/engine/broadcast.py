"""What a room is told after a commit: notices first, then the change, then what one replica asked for."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from board.brainstorm.commands.contract import (
    AddIdea,
    AnswerConsent,
    CastBallot,
    ChangeSettings,
    DissolveCluster,
    EditIdea,
    Merge,
    NameCluster,
    PlaceIdea,
    SignIdea,
    UndoMerge,
    WithdrawIdea,
)
from board.brainstorm.engine.jobs import ArrivalJob, CommandJob, Job, SyncJob, TickJob
from board.brainstorm.engine.notices import NoticeBuilder
from board.brainstorm.engine.room import Connection, Diffs, FirstState, Room
from board.canvas import vectors
from board.clock import steady
from board.live import framing
from board.live.close_codes import Close
from board.live.frame import Frame

log = logging.getLogger("shortlist.broadcast")

LARGEST_DIFF, MOST_DIFFS = 64 * 1024, 16
"""bytes of an answer that is made for one state vector, and how many of them are kept for others with the same one"""
MOST_SINCE, SMALL, LARGE = 64, 16 * 1024, 256 * 1024
"""changes, and bytes of them, that a joiner gets one by one"""
SHARE = 100
"""one part in so many of the time may go into making states anew that have changes behind them"""
COUNTS_EVERY = 0.4
"""seconds between notices that only bring new counts"""
_SILENT = EditIdea | SignIdea | PlaceIdea | NameCluster | DissolveCluster | Merge | UndoMerge
"""commands that change nothing that a notice tells"""
_PERSONAL = _SILENT | AddIdea | WithdrawIdea | CastBallot | AnswerConsent
"""commands that change of nobody but the sender what only they may know"""
CLOCK_SET = 1.0
"""seconds by which the clock has to jump to be told anew: pages count down by it"""
HEARTBEAT = 12.0
"""seconds without a notice; browsers cannot see pings and hold a silent socket for dead"""


@dataclass(frozen=True, slots=True)
class Committed:
    """What a batch did to one room: the update of the document, and whether a new epoch began."""

    made: bytes | None
    new_epoch: bool


def publish(
    room: Room, items: Sequence[Job], done: Committed, builder: Callable[[], NoticeBuilder], *, now: float, loud: bool
) -> None:
    """Sends every frame that the batch brings to the room's connections."""
    _keep_out(room, items)
    if done.new_epoch:
        for connection in room.connections:
            connection.synced = False
        room.sort_again()
        _prepare(room)
    elif room.first and room.first.outdated and any(isinstance(item, TickJob) for item in items):
        _prepare(room)
    if loud or done.new_epoch or not _is_silent(room, items, now):
        _notify(room, items, builder(), now=now, loud=loud or done.new_epoch)
    if done.made is not None:
        change = framing.update(done.made)
        _remember(room, change)
        _spread(room, change)
    for item in items:
        if isinstance(item, SyncJob) and item.connection in room.connections:
            resync(room, item)


def _keep_out(room: Room, items: Sequence[Job]) -> None:
    """After the door was locked, the tabs of people without a seat, which only watched, get nothing any more."""
    if not any(isinstance(item, CommandJob) and isinstance(item.command, ChangeSettings) for item in items):
        return
    for connection in room.connections:
        if room.board.shuts_out(connection.person):
            connection.out.close(Close.DOOR_LOCKED)


def _spread(room: Room, change: Frame) -> None:
    """One frame, encoded once, for every replica that has what it builds on."""
    fast_paths, others = room.ways()
    if change.compressible:
        fast_paths, others = [], [one for one in room.connections if one.synced]
    data = change.encoded
    for write in fast_paths:
        try:
            write(data)
        except RuntimeError:
            # The transport is closing; `connection_lost()` has not run yet.
            room.sort_again()
    for connection in others:
        connection.out.send(change)


def heartbeat_due(room: Room, now: float) -> bool:
    """A notice is due although nothing is new: the last one is old, or the clock was set since."""
    return steady() - room.told_at >= HEARTBEAT or abs(now - steady() - room.told_ahead) > CLOCK_SET


def _is_silent(room: Room, items: Sequence[Job], now: float) -> bool:
    """Only the document changed, and no notice is due for anything else."""
    if room.untold or heartbeat_due(room, now) or room.board.joined != room.told_joined:
        return False
    return all(isinstance(item, CommandJob) and isinstance(item.command, _SILENT) for item in items)


def _notify(room: Room, items: Sequence[Job], builder: NoticeBuilder, *, now: float, loud: bool) -> None:
    """Everybody at once for what matters, at a pace for mere counts, and else only whom it concerns.

    What only one person may know costs a frame for each: it is in a notice to everybody when it may have changed.
    """
    concerned = _concerned(room, items)
    told = tuple(value for key, value in builder.standing.items() if key != "counts")
    everything = (*told, *builder.standing["counts"].values())
    loud = loud or room.told[: len(told)] != told
    counted = room.untold or everything != room.told
    if loud or heartbeat_due(room, now) or (counted and steady() - room.told_at >= COUNTS_EVERY):
        room.told, room.told_at, room.untold = everything, steady(), False
        room.told_ahead = now - room.told_at
        room.told_readonly, room.told_joined = builder.standing["readonly"], room.board.joined
        for connection in room.connections:
            own = loud or room.owed_to_all or connection.person.seat in room.owed or connection in concerned
            connection.told = True
            connection.out.send(builder.whole(connection) if own else builder.common(connection))
        room.owed.clear()
        room.owed_to_all = False
        return
    room.untold = counted
    for connection in concerned:
        connection.told = True
        connection.out.send(builder.whole(connection))


def _concerned(room: Room, items: Sequence[Job]) -> set[Connection]:
    """Newcomers, and the tabs of who voted or answered. What others have to be told of themselves is written down."""
    arrived, seats = set(), set()
    for item in items:
        if isinstance(item, ArrivalJob):
            arrived.add(item.connection)
            room.owed.add(item.connection.person.seat)
        elif isinstance(item, CommandJob):
            room.owed.add(item.person.seat)
            room.owed_to_all |= not isinstance(item.command, _PERSONAL)
            if isinstance(item.command, CastBallot | AnswerConsent):
                seats.add(item.person.seat)
    arrived &= room.connections
    return arrived | {one for one in room.connections if one.person.seat in seats} if seats else arrived


def resync(room: Room, asked: SyncJob) -> None:
    """Sends a replica what it lacks. Memory must be what is stored."""
    if asked.connection.out.closed:
        return
    try:
        diff = _diff(room, asked.state_vector)
        state, *changes = [diff] if diff else _first(room)
    except BaseException as error:
        # pycrdt panics with a BaseException of its own.
        if isinstance(error, asyncio.CancelledError | KeyboardInterrupt | SystemExit):
            raise
        asked.connection.out.close()
        return
    asked.connection.synced = True
    room.sort_again()
    asked.connection.out.send(state, reserved=True)
    for change in changes:
        asked.connection.out.send(change)
    asked.charge(sum(len(frame.payload) for frame in (state, *changes)))


def _diff(room: Room, vector: bytes) -> Frame | None:
    """What a replica lacks that is a little behind; None for any other, which gets what joiners get.

    Encoding and compressing a large answer for one replica takes tens of milliseconds, and a sender of made-up vectors
    could ask for a different one each time.
    """
    canvas, diffs = room.board.canvas, room.diffs
    if diffs is None or diffs.vector is not canvas.vector:
        room.diffs = diffs = Diffs(canvas.vector, vectors.decode(canvas.vector))
    theirs = vectors.known(vector, diffs.clocks)
    if theirs is None or 2 * sum(theirs.values()) <= sum(diffs.clocks.values()):
        return None
    key = vectors.encode(theirs)
    if key not in diffs.frames:
        made = framing.step_2(canvas.since(key))
        if len(diffs.frames) >= MOST_DIFFS:
            del diffs.frames[next(iter(diffs.frames))]
        diffs.frames[key] = made if len(made.payload) <= LARGEST_DIFF else None
    return diffs.frames[key]


def _first(room: Room) -> list[Frame]:
    """The same frames for whoever joins: encoding a large document for each joiner is what a crowd would wait for."""
    canvas = room.board.canvas
    first = room.first
    if first is None or first.outdated or first.canvas is not canvas or _better_anew(first):
        previous = first.base if first and first.canvas is canvas else None
        began = steady()
        base = framing.step_2(canvas.state(), previous)
        room.first = first = FirstState(canvas, base, made_at=began, cost=steady() - began)
    return [first.base, *first.since]


def _better_anew(first: FirstState) -> bool:
    """A page draws the state before it hears of what changed since, and then all of it moves."""
    return bool(first.since) and steady() - first.made_at > SHARE * first.cost


def _prepare(room: Room) -> None:
    """Nobody who comes waits for it: it is encoded before they ask, and compressed beside the event loop."""
    base, *_ = _first(room)
    asyncio.get_running_loop().run_in_executor(None, lambda: base.compressed)


def _remember(room: Room, change: Frame) -> None:
    """Joiners get it behind the state that is encoded already, until both together are better encoded anew."""
    first = room.first
    if first is None or first.outdated:
        return
    if room.board.canvas.erased:
        first.outdated = True
        return
    first.since.append(change)
    first.size += len(change.payload)
    if len(first.since) > MOST_SINCE or first.size > min(max(SMALL, len(first.base.payload) // 4), LARGE):
        first.outdated = True
