"""How an open session judges, stores and publishes a batch."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from board.clock import Clock
from board.live.commands import RETRY, Answer, refuse
from board.live.document import Failure, NoDocumentError
from board.live.jobs import ArrivalJob, ReadJob, TickJob
from board.live.storage_health import StorageHealth
from board.live.stored.committer import StoredCommitter
from board.live.transport.rate_limit import Rate, RateLimiter
from board.people.cookie import Person
from board.protocol.notices import Head
from board.protocol.refusals import Refusal
from board.protocol.worksession.command import SessionCommand
from board.protocol.worksession.commands import AppendText, Delete, Extend, NextItem, RenewLinks
from board.protocol.worksession.ending import Correct, End
from board.protocol.worksession.links import Link
from board.records.keeping import today
from board.worksessions.commands.dispatch import dispatch
from board.worksessions.engine.jobs import BoardsJob, CommandJob, Job, ReplyJob
from board.worksessions.engine.notices import PROTOCOL, NoticeBuilder, keep_out, publish, publish_text, tell_trouble
from board.worksessions.engine.room import SessionRoom
from board.worksessions.engine.text_jobs import Ignored, Outcome, TextUpdateJob
from board.worksessions.rules import leading, policy, replying
from board.worksessions.state import outcomes, recap, store
from board.worksessions.state.context import CommandContext, Limits
from board.worksessions.state.parts import WORK, cuts_off
from board.worksessions.state.session import Session
from board.worksessions.text.update import RefusedUpdateError

TYPING = AppendText.rule.name
"""whoever may give this command may type"""
NEW_CLIENTS = Rate(burst=12, per_second=4 / 60)
"""pages that one person may load and write with: a text holds a limited number"""
WRITING = (CommandJob, TickJob, BoardsJob)
"""jobs that may change the document"""
TOUCHED_EVERY = 10.0
"""seconds after which typing counts again as work on the session: each time writes its row"""


class Chains(Protocol):
    """What a command does beyond the one session that it is given to."""

    def kin(self, room: SessionRoom) -> Iterable[SessionRoom]:
        """The other sessions of the chain that are open."""

    def ended(self, chain: str) -> None:
        """The links of this chain that were passed on lead nowhere any more."""

    def relinked(self, board: str, hashes: Mapping[bytes, bytes], /) -> None:
        """The links of a board that was opened inside a session moved with those of its chain, old hash → new."""

    def delete_soon(self, room: SessionRoom, reply: Callable[[Answer], None]) -> None:
        """Queues the deletion of a session, which is answered once it is gone."""


class SessionCommitter(StoredCommitter[SessionRoom, Job, Session]):
    """One for all sessions."""

    work = WORK

    def __init__(
        self,
        storage: StorageHealth,
        clock: Clock,
        limits: Limits,
        chains: Chains,
        *,
        build: str,
        run: str,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._limits = limits
        self._chains = chains
        self._build = build
        self._run = run
        self._new_clients = RateLimiter(NEW_CLIENTS, clock.now)

    def notice_builder(self, room: SessionRoom) -> NoticeBuilder:
        """Encodes the notices of this moment. Memory must be what is stored."""
        return NoticeBuilder(room, self._head(), readonly=self._storage.readonly)

    def _head(self) -> Head:
        return Head(PROTOCOL, self._build, self._run, self._clock.now())

    def state(self, document: SessionRoom) -> Session:
        return document.session

    def tell_trouble(self, document: SessionRoom) -> None:
        tell_trouble(document, self._head())

    async def reload(self, conn: AsyncConnection, document: SessionRoom) -> None:
        session = await store.load(conn, session=document.id, known=document.session)
        if session is None:
            raise NoDocumentError(document.id)
        document.followed |= session.version != document.session.version
        document.session = session

    def judge(self, document: SessionRoom, jobs: Sequence[Job]) -> list[Callable[[], None]]:
        now = self._clock.now()
        answers: list[Callable[[], None]] = []
        session = document.session
        typing = any(isinstance(job, TextUpdateJob) for job in jobs)
        # Arrivals write to the document only when a lead comes back.
        writing = any(isinstance(job, WRITING) or self._leads_again(document, job) for job in jobs)
        if not writing and not self._storage.readonly and any(isinstance(job, ReadJob) for job in jobs):
            # Whoever reads is to see what was typed.
            writing = typing or session.is_behind_text
        with session.change() if writing else session.text.change() if typing else nullcontext():
            for job in jobs:
                answers += self._do(document, job, now)
        return answers

    def _leads_again(self, room: SessionRoom, job: Job) -> bool:
        """An arrival beside an open board must not show: the lead leads again at the first tick after it."""
        if room.session.meta.acting is None or room.session.holds_board:
            return False
        if isinstance(job, TickJob):
            return any(one.role == Link.LEAD for one in room.connections)
        return isinstance(job, ArrivalJob) and job.connection.role == Link.LEAD

    def _do(self, room: SessionRoom, job: Job, now: float) -> list[Callable[[], None]]:
        session, readonly = room.session, self._storage.readonly
        if isinstance(job, CommandJob) and readonly:
            # Attempting the write would fail the whole batch, including jobs that only need a broadcast.
            return [partial(job.reply, RETRY)]
        if isinstance(job, CommandJob | ArrivalJob) and not readonly:
            session.active_on = max(session.active_on, today(now))
        if isinstance(job, CommandJob):
            return self._carry_out(room, job, now)
        if isinstance(job, TextUpdateJob | ReplyJob):
            return [self._take_in(room, job, now, readonly=readonly)]
        if isinstance(job, ReadJob) and not readonly and session.is_behind_text:
            session.show_text()
        if isinstance(job, TickJob | BoardsJob):
            self._follow(room, job, now, readonly=readonly)
        if self._leads_again(room, job) and not readonly:
            session.canvas.put_meta(acting=None)
        return []

    def _take_in(
        self, room: SessionRoom, job: TextUpdateJob | ReplyJob, now: float, *, readonly: bool
    ) -> Callable[[], None]:
        if isinstance(job, ReplyJob):
            return partial(job.done, self._take_reply(room.session, job, readonly=readonly))
        return partial(job.reply, self._write(room, job, now, readonly=readonly))

    def _take_reply(self, session: Session, job: ReplyJob, *, readonly: bool) -> bool:
        if readonly:
            return False
        if gives_way := replying.giving_way(session.replies):
            session.replies.drop(gives_way)
        session.replies.put(job.id, job.said)
        return True

    def _write(self, room: SessionRoom, job: TextUpdateJob, now: float, *, readonly: bool) -> Outcome:
        """Adds what somebody typed to the text."""
        session = room.session
        if readonly:
            return Ignored.NOT_STORED
        if job.epoch != session.text.epoch:
            # What it builds on is not in this text. Its page is closed.
            return Ignored.OTHER_EPOCH
        person = session.holding(job.person)
        writer = session.person(person) if person else None
        if person is None or writer is None or session.is_removed(person):
            return Ignored.MAY_NOT_WRITE
        free = leading.is_free(room.left_open(now), now)
        if policy.allow(session.course(left_open=free), session.standing(person), TYPING):
            return Ignored.MAY_NOT_WRITE
        try:
            session.text.take(job.update, writer, partial(self._may_begin, room, person))
        except RefusedUpdateError as refused:
            return refused.reason
        if now - session.touched_at > TOUCHED_EVERY:
            session.touched_at = now
            session.active_on = max(session.active_on, today(now))
        return None

    def _may_begin(self, room: SessionRoom, person: Person, clients: int) -> bool:
        bucket = self._new_clients.bucket(room.id, person)
        if bucket.delay() > 0:
            return False
        bucket.spend(clients)
        return True

    def _carry_out(self, room: SessionRoom, job: CommandJob, now: float) -> list[Callable[[], None]]:
        # The links may have been renewed since the socket opened or the request came in.
        person = room.session.holding(job.person)
        if person is None:
            return [partial(job.reply, refuse(Refusal.LINK_RENEWED))]
        room.session.show_text()
        answer = dispatch(self._context(room, person, now), job.command)
        if answer.answer == "ok" and isinstance(job.command, Delete):
            return [partial(self._chains.delete_soon, room, job.reply)]
        if answer.answer == "ok" and isinstance(job.command, RenewLinks):
            # Whoever renewed the links gets the new ones before the socket that the old one opened is closed.
            return [partial(job.reply, answer), partial(keep_out, room)]
        return [partial(job.reply, answer)]

    def _context(self, room: SessionRoom, person: Person, now: float) -> CommandContext:
        return CommandContext(
            session=room.session,
            person=person,
            now=now,
            limits=self._limits,
            here=partial(room.here, now),
            lead_gone=room.presence.lead_gone,
            joined_before=room.presence.joined_before,
            free=leading.is_free(room.left_open(now), now),
            used=room.used,
        )

    def _follow(self, room: SessionRoom, job: TickJob[SessionRoom] | BoardsJob, now: float, *, readonly: bool) -> None:
        """The document shows what was typed, and what came of the boards."""
        if readonly:
            if isinstance(job, BoardsJob):
                job.fail(Failure.STORAGE)
            return
        room.session.show_text()
        if isinstance(job, BoardsJob):
            outcomes.take_in(room.session, job.seen, now)
            return
        if room.session.text.is_full:
            room.session.text.begin_epoch()
        if room.session.version_is_due(now):
            room.session.keep_version("time", now)

    def publish(self, document: SessionRoom, jobs: Sequence[Job], *, changed: bool) -> None:
        session = document.session
        epoch, document.told_epoch = session.epoch != document.told_epoch, session.epoch
        made = [] if epoch else [*session.missed, *session.made]
        typed = [*session.text.missed, *session.text.made]
        session.canvas.erased |= bool(session.missed)  # What others took back is not known.
        session.missed = session.text.missed = ()
        if session.waits_for_boards and any(isinstance(job, CommandJob) and _ends(job.command) for job in jobs):
            document.look_at = 0.0
        if changed:
            renewed, sent_out, cut_off = session.renewed is not None, session.sent_out, cuts_off(session)
            moved = session.renewed.boards if session.renewed else {}
            shared = bool(session.sharing)
            WORK.stored(session)
            if cut_off:
                self._chains.ended(session.chain)
            if renewed:
                self._share_links(document, moved)
            if sent_out:
                self._share_removals(document, sent_out)
            if shared:
                self._share_recap(document)
            self._share_replies(document)
        if document.snapshots.outdated and any(isinstance(job, TickJob) for job in jobs):
            document.snapshots.prepare(document.replica)
        builder = partial(self.notice_builder, document)
        publish(document, jobs, made, builder, epoch=epoch, now=self._clock.now())
        publish_text(document, jobs, typed)

    def _share_removals(self, room: SessionRoom, seats: set[bytes]) -> None:
        """Whoever was sent out of one session of the chain is out of the others that are in memory, too."""
        for other in self._chains.kin(room):
            other.session.know_removed(seats)
            keep_out(other)

    def _share_recap(self, room: SessionRoom) -> None:
        """The recaps of later sessions say what came of this one."""
        for other in self._chains.kin(room):
            recap.follow_earlier(other.session, room.session)

    def _share_replies(self, room: SessionRoom) -> None:
        """The replies are the chain's: whoever is in another session of it sees them at once, too."""
        if changes := room.session.replies.keep():
            for other in self._chains.kin(room):
                other.session.replies.follow(changes)
                other.notices.pending = True

    def _share_links(self, room: SessionRoom, moved: Mapping[str, Mapping[bytes, bytes]]) -> None:
        """The links are the chain's: its other sessions that are in memory follow at once, and so do its boards."""
        for other in self._chains.kin(room):
            other.session.links, other.session.generations = room.session.links, room.session.generations
            for board, hashes in moved.items():
                other.session.boards.relink(board, hashes)
            other.notices.pending = other.notices.owed_to_all = True
            keep_out(other)
        for board, hashes in moved.items():
            self._chains.relinked(board, hashes)


def _ends(command: SessionCommand) -> bool:
    """Whether an item may have ended by this command, or a session whose recap was shared can take in results again."""
    return isinstance(command, NextItem | Extend | End | Correct)
