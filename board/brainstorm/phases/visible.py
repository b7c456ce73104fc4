"""Visible boards: new ideas flow out while people write, shuffled and in batches that do not point at anybody."""

import random
import secrets
from collections.abc import Mapping

from board.brainstorm.state.board import Board
from board.brainstorm.state.values import Quota
from board.canvas.ideas import IdeaState
from board.facilitation.crowd import CROWD
from board.protocol.phases import Phase

LONGEST_WAIT = 20.0
_shuffle = random.SystemRandom().shuffle


def refill(board: Board, now: float, known: Mapping[str, bytes] | None = None) -> None:
    """What waits on a board that was just loaded. After a restart nobody knows who wrote what: it goes out at once."""
    if board.phase is Phase.DIVERGE and board.meta.visibility == "visible":
        waiting = board.in_state(IdeaState.HIDDEN)
        board.pool = {key: (known or {}).get(key) or secrets.token_bytes(16) for key in waiting}
        board.pool_since = now if board.pool else None


def release(board: Board, now: float) -> None:
    """Lets out at most one idea of each person, once three people have one waiting or the oldest waited 20 s."""
    if not board.pool or board.pool_since is None:
        return
    people = sum(board.quotas.get(author, Quota()).counts for author in set(board.pool.values()))
    if people < CROWD and now - board.pool_since < LONGEST_WAIT:
        return
    waiting = list(board.pool)
    _shuffle(waiting)
    first_of = {board.pool[key]: key for key in waiting}
    out = list(first_of.values())
    _shuffle(out)
    for key in out:
        board.show_idea(key)
        del board.pool[key]
    board.pool_since = now if board.pool else None
