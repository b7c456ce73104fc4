"""Deleting a board with everything that is stored of it."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from board.brainstorm.engine.room import Room
from board.brainstorm.state import store
from board.db.writer import Writer
from board.live import jobs
from board.live.commands import refuse
from board.live.stored.documents import OutrunError, lock
from board.live.transport.close_codes import Close
from board.protocol.refusals import Refusal


@dataclass(eq=False, kw_only=True)
class RemovalJob(jobs.RemovalJob[Room]):
    """Of the board's frozen records nothing is touched unless that is wanted."""

    now: float
    """Unix seconds"""
    with_decisions: bool
    moved: Callable[[str], None]
    """called with the board once it is deleted"""

    def used_on(self) -> int:
        return self.document.board.active_on

    async def delete(self, writer: Writer) -> None:
        await writer.write(self._remove)

    def _remove(self, conn: Connection) -> None:
        room = self.document
        if lock(conn, versions={room.id: room.version}) and self.idle_since is not None:
            # Somebody used it in another process.
            raise OutrunError
        store.remove(conn, board=room.id, with_decisions=self.with_decisions, now=self.now)

    def deleted(self) -> None:
        for delayed in self.document.delayed.take(lambda _: True):
            delayed.reply(refuse(Refusal.BOARD_DELETED))
        self.document.vanish(Close.DELETED if self.with_decisions else Close.DELETED_RECORD_KEPT)
        self.moved(self.document.id)
