"""What is sent after a commit: notices first, then the update. The journal then answers single replicas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec
from msgspec import structs

from board.brainstorm.engine.jobs import CommandJob, Job
from board.brainstorm.engine.notices import NoticeBuilder, for_role
from board.brainstorm.engine.room import Room
from board.facilitation.crowd import CROWD
from board.live.connections import Connection
from board.live.jobs import ArrivalJob, TickJob
from board.live.transport import framing
from board.live.transport.close_codes import Close
from board.people.links import digest
from board.protocol.command import Affects
from board.protocol.commands import ChangeSettings, rule_of
from board.protocol.notices import Head, SharedNotice
from board.protocol.roles import Role

COUNTS_EVERY = 0.4
"""seconds between notices that only bring new counts"""
_TOLD = tuple(name for name in SharedNotice.__struct_fields__ if name not in {*Head.__struct_fields__, "counts"})
"""fields of a notice whose change is sent at once"""


@dataclass(frozen=True, slots=True)
class Committed:
    """What became of one room since its pages were last told: updates of the document, or a new epoch."""

    made: Sequence[bytes]
    new_epoch: bool


def publish(
    room: Room, jobs: Sequence[Job], done: Committed, builder: Callable[[], NoticeBuilder], *, now: float
) -> None:
    """Sends every frame that the batch brings to the room's connections."""
    if room.followed:
        # Another process does not say what it changed, nor for whom.
        room.notices.pending = room.notices.owed_to_all = True
        close_renewed(room)
    _keep_out(room, jobs)
    if done.new_epoch:
        room.begin_epoch()
    elif room.snapshots.outdated and any(isinstance(job, TickJob) for job in jobs):
        room.snapshots.prepare(room.replica)
    if done.new_epoch or not _is_silent(room, jobs, now):
        _notify(room, jobs, builder(), now=now, loud=done.new_epoch)
    for made in done.made:
        room.broadcast(made)
    room.followed = False


def tell_trouble(room: Room, now: float) -> None:
    """Sends everybody the last notice again, with the news that nothing can be stored."""
    state = room.notices
    if state.shared is None or (state.readonly and not state.heartbeat.is_due(now)):
        return
    state.shared = structs.replace(state.shared, readonly=True, now=now)
    # Whatever comes next is news.
    state.last, state.readonly = (), True
    state.heartbeat.sent(now)
    for connection in room.connections:
        told = for_role(state.shared, leads=connection.role is Role.FACILITATOR)
        connection.notify(framing.notice(msgspec.json.encode(told)))


def close_renewed(room: Room) -> None:
    """Closes the pages that were opened by links which were renewed since."""
    for connection in list(room.connections):
        if not any(digest(token) in room.board.links for token in connection.person.links.values()):
            connection.out.close(Close.NOT_A_MEMBER)


def _keep_out(room: Room, jobs: Sequence[Job]) -> None:
    """After the door was locked, closes the tabs of people without a seat."""
    locking = any(isinstance(job, CommandJob) and isinstance(job.command, ChangeSettings) for job in jobs)
    if not locking and not room.followed:
        return
    for connection in room.connections:
        if room.board.shuts_out(connection.person):
            connection.out.close(Close.DOOR_LOCKED)


def _is_silent(room: Room, jobs: Sequence[Job], now: float) -> bool:
    """Only the document changed, and no notice is due for anything else."""
    state = room.notices
    if state.pending or state.heartbeat.is_due(now) or room.board.joined != state.joined:
        return False
    return all(isinstance(job, CommandJob) and rule_of(job.command).affects is Affects.DOCUMENT for job in jobs)


def _notify(room: Room, jobs: Sequence[Job], builder: NoticeBuilder, *, now: float, loud: bool) -> None:
    """Everybody at once for what matters, at a pace for mere counts, and else only whom it concerns.

    Private state costs a frame for each person, so it is sent only when it may have changed.
    """
    state, shared = room.notices, builder.shared
    state.shared = shared
    concerned = _concerned(room, jobs)
    told = tuple(getattr(shared, name) for name in _TOLD)
    # Pages only ask whether `CROWD` people count. That more of them do waits for another reason to send.
    counts = structs.replace(shared.counts, counting=min(shared.counts.counting, CROWD))
    everything = (*told, *structs.astuple(counts))
    loud = loud or state.last[: len(told)] != told
    counted = state.pending or everything != state.last
    if loud or state.heartbeat.is_due(now) or (counted and state.heartbeat.age >= COUNTS_EVERY):
        state.last, state.pending = everything, False
        state.heartbeat.sent(now)
        state.readonly, state.joined = shared.readonly, room.board.joined
        for connection in room.connections:
            own = loud or state.owed_to_all or connection.person.seat in state.owed or connection in concerned
            connection.notify(builder.whole(connection) if own else builder.common(connection))
        state.owed.clear()
        state.owed_to_all = False
        return
    state.pending = counted
    for connection in concerned:
        connection.notify(builder.whole(connection))


def _concerned(room: Room, jobs: Sequence[Job]) -> set[Connection]:
    """Newcomers, and the tabs of people whose private state changed. Notes to whom else it is owed."""
    arrived, seats = set[Connection](), set[bytes]()
    for job in jobs:
        if isinstance(job, ArrivalJob):
            arrived.add(job.connection)
            room.notices.owed.add(job.connection.person.seat)
        elif isinstance(job, CommandJob):
            affects = rule_of(job.command).affects
            room.notices.owed.add(job.person.seat)
            room.notices.owed_to_all |= affects is Affects.EVERYBODY
            if affects is Affects.SENDER:
                seats.add(job.person.seat)
    arrived = {one for one in arrived if one in room.connections}
    return arrived | {one for one in room.connections if one.person.seat in seats} if seats else arrived
