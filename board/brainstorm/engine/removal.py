"""Deleting a board with everything that is stored of it, when nothing of it is under way."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from board.brainstorm.engine.room import Room
from board.brainstorm.state import store
from board.db.writer import Writer
from board.live.commands import refuse
from board.live.document import ExclusiveJob
from board.live.transport.close_codes import Close
from board.protocol.refusals import Refusal

log = logging.getLogger("shortlist.journal")


@dataclass(eq=False)
class RemovalJob(ExclusiveJob[Room]):
    """The board is deleted with all its rows; of its frozen records nothing is touched unless that is wanted."""

    now: float
    """Unix seconds"""
    with_decisions: bool
    done: Callable[[bool | None], None]
    """called with True when it is gone, False when it was used meanwhile, None on a storage fault"""
    idle_since: int | None = None
    """only if it was not used after this day, counted from 1970"""

    async def run(self, writer: Writer) -> bool:
        """Closes every page of the board with a code that says so; later commands find no board."""
        room = self.document
        if room.gone:
            self.done(True)
            return False
        if self.idle_since is not None and room.board.active_on > self.idle_since:
            self.done(False)
            return False
        delete = partial(store.remove, board=room.id, with_decisions=self.with_decisions, now=self.now)
        try:
            await writer.write(delete)
        except Exception as error:
            log.error("A board could not be deleted: %s", type(error).__name__)
            self.done(None)
            return False
        for delayed in room.delayed.take(lambda _: True):
            delayed.reply(refuse(Refusal.BOARD_DELETED))
        room.vanish(Close.DELETED if self.with_decisions else Close.DELETED_RECORD_KEPT)
        self.done(True)
        return True
