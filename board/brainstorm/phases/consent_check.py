"""The consent check on one wording: opened by a written decision, ended by the facilitator or by the freeze."""

import random

from board.brainstorm.state.board import Board
from board.facilitation import crowd
from board.protocol.document import Asking, ConsentCheck
from board.voting import consent

_shuffle = random.SystemRandom().shuffle


def open_check(board: Board, wording: int) -> None:
    """Asks everybody about this wording."""
    board.put_meta(consent=Asking(wording, open=True))


def end_check(board: Board) -> None:
    """Publishes the answers, all at once. One or two answers of three or more people are not published."""
    check, decision = board.meta.consent, board.meta.decision
    if check is None or decision is None:
        raise ValueError("no check is open")
    answers = [given.answer for given in board.answers.values()]
    _shuffle(answers)
    told = answers if may_tell(board) else []
    summary = consent.summary(told, board.joined, _shuffle)
    silent = max(0, board.joined - len(answers))
    ended = ConsentCheck(check.n, decision.decision, summary.counts, silent, summary.reasons)
    board.put_meta(consents=(*board.meta.consents, ended))
    drop_check(board)


def may_tell(board: Board) -> bool:
    """Whether the answers are enough that nobody can tell which is whose."""
    counted = sum(given.counts for given in board.answers.values())
    return crowd.may_close(board.seats.counting, len(board.answers), counted)


def drop_check(board: Board) -> None:
    """Forgets all answers and who could have given them."""
    board.answers.clear()
    board.forget("consent")
    if check := board.meta.consent:
        board.put_meta(consent=Asking(check.n, open=False))
