"""Visible boards: new ideas flow out while people write, shuffled and in batches that do not point at anybody."""

import random
import secrets

from board.brainstorm.state.board import Board
from board.brainstorm.state.values import Quota
from board.canvas.ideas import IdeaState
from board.facilitation.crowd import CROWD
from board.protocol.phases import Phase

LONGEST_WAIT = 20.0
GIVEN_UP = 5.0
"""seconds more, after which a process that lets nothing out of what it took is taken for dead"""
_shuffle = random.SystemRandom().shuffle


def refill(board: Board, now: float, known: Board | None = None, *, alone: bool = True) -> None:
    """What waits on a board that was just loaded. After a restart nobody knows who wrote what: it goes out at once.

    Unless `alone`, what is not known here is another process's to let out: only there it is known who wrote what.
    """
    board.pool, board.pool_since = {}, None
    board.strangers, board.strangers_since = frozenset(), None
    if board.phase is not Phase.DIVERGE or board.meta.visibility != "visible":
        return
    waiting, own = board.in_state(IdeaState.HIDDEN), known.pool if known else {}
    if alone:
        board.pool = {key: own.get(key) or secrets.token_bytes(16) for key in waiting}
        board.pool_since = now if board.pool else None
        return
    board.pool = {key: own[key] for key in waiting if key in own}
    board.strangers = frozenset(waiting) - board.pool.keys()
    if known and board.pool:
        # Another process was faster, and what was let out here is not out: it is still time for it.
        again = any(known.ideas[key].state is IdeaState.SHOWN for key in board.pool)
        board.pool_since = now - LONGEST_WAIT if again else known.pool_since
    if board.strangers:
        kept = known is not None and known.strangers <= board.strangers
        since = known.strangers_since if known and kept else None
        board.strangers_since = now if since is None else since


def is_due(board: Board, now: float) -> bool:
    """Whether `release` may have something to do."""
    return bool(board.pool) or _are_abandoned(board, now)


def release(board: Board, now: float) -> None:
    """Lets out at most one idea of each person, once three people have one waiting or the oldest waited 20 s."""
    _take_over(board, now)
    # Not earlier: when the commit of a release fails, what it held waits again under the same author.
    board.pool = {key: author for key, author in board.pool.items() if board.ideas[key].state is IdeaState.HIDDEN}
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
    board.pool_since = now if len(out) < len(board.pool) else None


def _are_abandoned(board: Board, now: float) -> bool:
    """Whether the process that took ideas lets out none any more."""
    since = board.strangers_since
    return since is not None and now - since >= LONGEST_WAIT + GIVEN_UP


def _take_over(board: Board, now: float) -> None:
    """As after a restart of the process that took them, abandoned ideas all go out at once."""
    if _are_abandoned(board, now):
        board.pool |= {key: secrets.token_bytes(16) for key in board.strangers if key not in board.pool}
        board.pool_since = now - LONGEST_WAIT
        board.strangers, board.strangers_since = frozenset(), None
