"""Deleting a session with everything that is stored of it. Those before and after it in the chain close up."""

from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection

from board.db.writer import Writer
from board.live import jobs, journal
from board.live.document import LiveDocument
from board.live.stored.documents import OutrunError, lock
from board.live.transport.close_codes import Close
from board.worksessions.engine.room import SessionRoom
from board.worksessions.state import store

TRIES = 5
"""attempts while another process changes those beside it"""


@dataclass(eq=False, kw_only=True)
class RemovalJob(jobs.RemovalJob[SessionRoom]):
    """What the next session took over stays there: it has a home of its own by then."""

    find: Callable[[str], Awaitable[SessionRoom | None]]
    """another session of the chain by its id"""
    settle: Callable[[Iterable[LiveDocument]], Awaitable[None]]
    """loads those again that may differ from what is stored"""
    now: float
    """Unix seconds, for the tombstones of its recaps"""
    ended: Callable[[str], None]
    """called with the chain after its last session is deleted"""
    _last: bool = False

    @property
    def with_recaps(self) -> bool:
        """Somebody who deletes a session deletes its recaps; recaps outlive a session that nobody used any more."""
        return self.idle_since is None

    def used_on(self) -> int:
        return self.document.session.active_on

    async def delete(self, writer: Writer) -> None:
        """In one transaction with the change of those beside it, so that none of them ever names one that is gone."""
        for _ in range(TRIES):
            with suppress(OutrunError):
                return await self._delete(writer)
        raise OutrunError

    async def _delete(self, writer: Writer) -> None:
        room = self.document
        beside = await self._beside()
        for one in beside:
            self._close_up(one)

        def write(conn: Connection) -> None:
            if lock(conn, versions={one.id: one.version for one in (room, *beside)}):
                raise OutrunError
            self._last = store.remove(conn, session=room.id, with_recaps=self.with_recaps, now=self.now)
            for one in beside:
                one.committer.save(conn, one)

        try:
            await writer.write(write)
        except BaseException:
            for one in (room, *beside):
                one.inbox.stale, one.inbox.in_hand = True, False
            raise
        for one in beside:
            journal.publish(one, [], changed=True)

    async def _beside(self) -> list[SessionRoom]:
        """The sessions before and after this one, as they are stored."""
        room = self.document
        await self.settle([room])
        meta = room.session.meta
        found = [one for id in (meta.before, meta.next) if id and (one := await self.find(id)) is not None]
        await self.settle(found)
        return found

    def _close_up(self, one: SessionRoom) -> None:
        gone, session = self.document.session, one.session
        one.inbox.in_hand = True
        with session.change():
            if session.meta.next == gone.id:
                session.canvas.put_meta(next=gone.meta.next)
            if session.meta.before == gone.id:
                session.canvas.put_meta(before=gone.meta.before, before_at=gone.meta.before_at)
        session.last_number = max(session.last_number, gone.last_number)

    def deleted(self) -> None:
        self.document.vanish(Close.DELETED)
        if self._last:
            self.ended(self.document.session.chain)
