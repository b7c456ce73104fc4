"""The ballot and the closed rounds repeat texts as names of options: what happens to a text happens there too."""

from typing import TypeVar

from msgspec.structs import replace

from board.brainstorm.state.board import Board
from board.protocol.document import BallotPaper, BoardDocument, Option

P = TypeVar("P", bound=BallotPaper)


def reword(board: Board, key: str) -> None:
    """Names every option in which this idea or group stands by what everybody may read of it now."""
    if ballot := board.meta.ballot:
        board.put_meta(ballot=_reworded(ballot, key, board.document))
    if board.meta.rounds:
        board.put_meta(rounds=tuple(_reworded(one, key, board.document) for one in board.meta.rounds))


def _reworded(paper: P, key: str, document: BoardDocument) -> P:
    return replace(paper, options=tuple(_renamed(option, key, document) for option in paper.options))


def _renamed(option: Option, key: str, document: BoardDocument) -> Option:
    if key != option.option and key not in option.ideas:
        return option
    if key != option.option:
        name = option.name if option.named else ""
    else:
        name = document.clusters[key].name if key in document.clusters else ""
    named = bool(name) and option.kind == "cluster"
    first = next((document.ideas[idea] for idea in option.ideas if idea in document.ideas), "")
    return replace(option, name=name if named else first, named=named or option.kind == "idea")
