"""Deleting a board with everything that is stored of it, called by the committer when nothing of it is under way."""

import logging
from functools import partial

from board.brainstorm.commands.contract import refuse
from board.brainstorm.engine.jobs import RemovalJob
from board.brainstorm.state import store
from board.db.writer import Writer
from board.live.close_codes import Close
from board.words import live as words

log = logging.getLogger("shortlist.committer")


async def remove(writer: Writer, removal: RemovalJob, now: float) -> bool:
    """True when rows were deleted. Whoever is on the board is told; a command that comes after finds no board."""
    room = removal.room
    if room.gone:
        removal.done(True)
        return False
    if removal.idle_since is not None and room.board.active_on > removal.idle_since:
        removal.done(False)
        return False
    delete = partial(store.remove, board=room.board.id, with_decisions=removal.with_decisions, now=now)
    try:
        await writer.write(delete)
    except Exception as error:
        log.error("A board could not be deleted: %s", type(error).__name__)
        removal.done(None)
        return False
    for waiting in room.waiting:
        waiting.work.reply(refuse(words.BOARD_DELETED))
    room.waiting.clear()
    room.vanish(Close.DELETED if removal.with_decisions else Close.DELETED_RECORD_KEPT)
    removal.done(True)
    return True
