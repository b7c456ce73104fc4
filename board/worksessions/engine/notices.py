"""What is sent after a commit: notices first, then the update. The journal then answers single replicas."""

import dataclasses
from collections.abc import Callable, Collection, Sequence

import msgspec
from msgspec import structs

from board.live.connections import Connection
from board.live.jobs import ArrivalJob
from board.live.transport import framing
from board.live.transport.close_codes import Close
from board.live.transport.frame import Frame
from board.people.cookie import Person
from board.people.roles import as_asked
from board.protocol.command import Affects
from board.protocol.notices import Head
from board.protocol.worksession.boards import AskEverybody, OpenBoard
from board.protocol.worksession.commands import Remove, RenewLinks
from board.protocol.worksession.links import Link
from board.protocol.worksession.notices import OwnLevel, SessionNotice, SessionSharedNotice, SessionYou
from board.worksessions.engine.jobs import BoardsJob, CommandJob, Job
from board.worksessions.engine.room import SessionRoom, Told
from board.worksessions.engine.text_jobs import TextArrivalJob, TextSyncJob, TextUpdateJob
from board.worksessions.state import links, outcomes

PROTOCOL = 1
PADDED_TO = 1024
"""bytes of which a personal notice is a multiple, so that its length says nothing of an answer"""


def told(room: SessionRoom, now: float, *, readonly: bool) -> Told:
    """What everybody may know at this moment. Memory must be what is stored."""
    session, here = room.session, room.here(now)
    silent = bool(session.keys) or session.holds_board
    answered = dict.fromkeys(session.keys, 0)
    for answer in session.answers.values():
        answered[answer.agreement] += 1
    return Told(
        epoch=session.epoch,
        readonly=readonly,
        # Whoever leaves or comes beside an answer would be its author, and who stays away while an idea comes is not.
        here=None if silent else tuple(sorted(here)),
        present=len(here),
        answered=answered,
        lead_gone=None if silent else room.presence.lead_gone,
        left_open=room.left_open(now),
        replies=session.replies.version,
    )


def private_state(room: SessionRoom, person: Person, role: Link) -> SessionYou:
    """The private state of one person. The big screen has none."""
    session, roles = room.session, tuple(map(Link, sorted(person.roles)))
    if role not in (Link.LEAD, Link.JOIN):
        return SessionYou(role, roles)
    given = {}
    for agreement in session.keys:
        answer = session.answers.get(session.pseudonym(agreement, person.token))
        if answer is not None:
            given[agreement] = OwnLevel(answer.level, answer.reason)
    me, held = session.person(person), session.holding(person)
    boards = outcomes.links_of(session, held) if me is not None and held is not None else {}
    return SessionYou(role, roles, me, given, _renewed(room, person, role), boards)


def _renewed(room: SessionRoom, person: Person, role: Link) -> dict[Link, str]:
    held = room.session.holding(person) if role is Link.LEAD else None
    if held is None or Link.LEAD not in held.links or not any(room.session.generations.values()):
        return {}
    return links.shown(Link.LEAD, held.links[Link.LEAD], room.session.generations)


def _shared(told: Told, head: Head) -> SessionSharedNotice:
    return SessionSharedNotice(**structs.asdict(head), **{name: getattr(told, name) for name in Told.__slots__})


class NoticeBuilder:
    """Encodes what is the same for many connections once."""

    def __init__(self, room: SessionRoom, head: Head, *, readonly: bool) -> None:
        self._room = room
        self.told = told(room, head.now, readonly=readonly)
        self.shared = _shared(self.told, head)
        self._json = msgspec.json.encode(self.shared)
        self.common = framing.notice(self._json)
        """the same frame for all: pages keep their private state from the notice before"""

    def notice(self, person: Person, role: Link) -> SessionNotice:
        """What one person's page draws first."""
        return SessionNotice(**structs.asdict(self.shared), you=private_state(self._room, person, role))

    def whole(self, connection: Connection) -> Frame:
        """The notice for one connection, with the private state of its person."""
        you = msgspec.json.encode(private_state(self._room, connection.person, Link(connection.role)))
        return framing.padded_notice(self._json[:-1] + b',"you":' + you + b"}", PADDED_TO)


def publish(
    room: SessionRoom,
    jobs: Sequence[Job],
    made: Sequence[bytes],
    builder: Callable[[], NoticeBuilder],
    *,
    epoch: bool,
    now: float,
) -> None:
    """Sends every frame that the batch brings to the room's connections."""
    if room.followed:
        # Another process does not say what it changed, nor for whom.
        room.notices.pending = room.notices.owed_to_all = True
    if room.followed or any(map(_may_turn_out, jobs)):
        commands = [job for job in jobs if isinstance(job, CommandJob)]
        renewing = {job.person.seat for job in commands if isinstance(job.command, RenewLinks)}
        keep_out(room, but=renewing)
    if epoch:
        room.begin_epoch()
    if epoch or not _is_silent(room, jobs, now):
        room.presence.update(room.connections, room.session, room.others, now)
        _notify(room, jobs, builder(), epoch=epoch)
    for update in made:
        room.broadcast(update)
    room.followed = False


def tell_trouble(room: SessionRoom, head: Head) -> None:
    """Sends everybody the last notice again, with the news that nothing can be stored."""
    state = room.notices
    if state.last is None or (state.last.readonly and not state.heartbeat.is_due(head.now)):
        return
    state.last = dataclasses.replace(state.last, readonly=True)
    state.heartbeat.sent(head.now)
    frame = framing.notice(msgspec.json.encode(_shared(state.last, head)))
    for connection in room.connections:
        connection.notify(frame)


def publish_text(room: SessionRoom, jobs: Sequence[Job], typed: Sequence[bytes]) -> None:
    """Sends what was typed to every page of the text, and answers those that asked for it."""
    channel, text = room.channel, room.session.text.document
    if channel.epoch != room.session.text.epoch:
        channel.begin_epoch(room.session.text.epoch)
    else:
        channel.spread(text, typed)
    channel.show_cursors(shown=not (room.session.keys or room.session.holds_board))
    for job in jobs:
        if isinstance(job, TextArrivalJob) and job.connection in channel.connections:
            channel.welcome(job.connection, text)
        elif isinstance(job, TextSyncJob) and job.connection in channel.connections:
            channel.sync(job.connection, text, job.state_vector, job.charge)


def _is_silent(room: SessionRoom, jobs: Sequence[Job], now: float) -> bool:
    """Only the document changed, and no notice is due for anything else."""
    state = room.notices
    # Every command shows that somebody works on a session that was left open.
    if state.pending or state.heartbeat.is_due(now) or state.last is None or state.last.left_open is not None:
        return False
    return all(
        isinstance(job, TextArrivalJob | TextSyncJob | TextUpdateJob)
        or (isinstance(job, CommandJob) and job.command.rule.affects is Affects.DOCUMENT)
        for job in jobs
    )


def _notify(room: SessionRoom, jobs: Sequence[Job], builder: NoticeBuilder, *, epoch: bool) -> None:
    """Everybody when what all notices say has changed or is due again, and else only whom it concerns."""
    state, head = room.notices, builder.shared
    concerned = set(room.connections) if state.owed_to_all else _concerned(room, jobs)
    state.owed_to_all = False
    changed = builder.told != state.last
    if epoch or changed or state.heartbeat.is_due(head.now):
        state.last, state.pending = builder.told, False
        state.heartbeat.sent(head.now)
        for connection in room.connections:
            whole = epoch or connection in concerned
            connection.notify(builder.whole(connection) if whole else builder.common)
    else:
        for connection in concerned:
            connection.notify(builder.whole(connection))


def _may_turn_out(job: Job) -> bool:
    """Links and removals change by these commands alone; who just arrived may have come with what held before."""
    return isinstance(job, ArrivalJob) or (isinstance(job, CommandJob) and isinstance(job.command, Remove | RenewLinks))


def keep_out(room: SessionRoom, *, but: Collection[bytes] = ()) -> None:
    """Closes the tabs of people who were removed, and of those whose links were renewed, except of the seats `but`.

    Somebody who still holds another link may come back with what that grants.
    """
    session = room.session
    for connection in (*room.connections, *room.channel.connections):
        if connection.person.seat in but:
            continue
        person = session.holding(connection.person)
        if person is None or session.is_removed(person):
            connection.out.close(Close.NOT_A_MEMBER)
        elif not _may_stay(person, Link(connection.role)):
            connection.out.close(Close.TOO_SLOW)


def _may_stay(person: Person, role: Link) -> bool:
    """Whether what somebody still holds opens a page in this role. The accept link alone opens none."""
    return person.roles != {Link.ACCEPT} and as_asked(person.roles, role) == role


def _links_boards(job: Job) -> bool:
    """Everybody may have another link of a board after this."""
    opening = isinstance(job, CommandJob) and isinstance(job.command, OpenBoard | AskEverybody)
    return opening or isinstance(job, BoardsJob)


def _concerned(room: SessionRoom, jobs: Sequence[Job]) -> set[Connection]:
    """Newcomers, and the tabs of people whose private state changed."""
    arrived = {job.connection for job in jobs if isinstance(job, ArrivalJob)}
    seats = {
        job.person.seat
        for job in jobs
        if isinstance(job, CommandJob) and job.command.rule.affects is not Affects.DOCUMENT
    }
    if any(map(_links_boards, jobs)):
        return set(room.connections)
    # A lead with two devices shows the new links on both.
    renewed = any(isinstance(job, CommandJob) and isinstance(job.command, RenewLinks) for job in jobs)
    leads = {one for one in room.connections if renewed and one.role == Link.LEAD}
    return leads | {one for one in room.connections if one in arrived or one.person.seat in seats}
