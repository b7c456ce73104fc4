"""What enters the document by time alone: new ideas of visible boards, and changes that wait.

The process that took something draws when it enters. Where several processes share the database, the others leave it
to that one, and act only after it must have done so: otherwise the earliest of all draws would hold.
"""

from board.brainstorm.phases import visible, waiting_changes
from board.brainstorm.state.board import Board


def refill(board: Board, now: float, known: Board | None = None, *, alone: bool = True) -> None:
    """Prepares a board that was just loaded. `known` is what memory held of it, None after a restart.

    `alone`: no other process can have taken anything.
    """
    visible.refill(board, now, known, alone=alone)
    waiting_changes.resume(board, now, known.releases if known else None, alone=alone)


def is_due(board: Board, now: float) -> bool:
    """Whether `release` may have something to do."""
    return visible.is_due(board, now) or waiting_changes.is_due(board, now)


def release(board: Board, now: float) -> None:
    """Moves what is due into the document."""
    visible.release(board, now)
    waiting_changes.release(board, now)
