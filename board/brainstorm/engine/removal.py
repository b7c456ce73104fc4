"""Deleting a board with everything that is stored of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from board.brainstorm.engine.room import Room
from board.brainstorm.state import store
from board.db.writer import Writer
from board.live import jobs
from board.live.commands import refuse
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
        board, with_decisions = self.document.id, self.with_decisions
        await writer.write(partial(store.remove, board=board, with_decisions=with_decisions, now=self.now))

    def deleted(self) -> None:
        for delayed in self.document.delayed.take(lambda _: True):
            delayed.reply(refuse(Refusal.BOARD_DELETED))
        self.document.vanish(Close.DELETED if self.with_decisions else Close.DELETED_RECORD_KEPT)
        self.moved(self.document.id)
