"""What enters the document by time alone: new ideas of visible boards, and changes that wait."""

from board.brainstorm.phases import visible, waiting_changes
from board.brainstorm.state.board import Board


def refill(board: Board, now: float, known: Board | None = None) -> None:
    """Prepares a board that was just loaded. `known` is what memory held of it, None after a restart."""
    visible.refill(board, now, known.pool if known else None)
    waiting_changes.resume(board, now, known.releases if known else None)


def is_due(board: Board, now: float) -> bool:
    """Whether `release` may have something to do."""
    return bool(board.pool) or waiting_changes.is_due(board, now)


def release(board: Board, now: float) -> None:
    """Moves what is due into the document."""
    visible.release(board, now)
    waiting_changes.release(board, now)
