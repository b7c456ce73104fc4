"""Questions that are hidden: their texts leave the document and are kept, so that they can come back."""

from msgspec.structs import replace

from board.brainstorm.state.board import Board
from board.canvas.questions import Covered
from board.protocol.document import Question


def cover(board: Board, key: str, *, with_idea: bool = False) -> None:
    """Hides a question and its answer. `with_idea`: because its idea is hidden."""
    question = board.document.questions[key]
    board.covered_questions[key] = Covered(question.text, question.answer, with_idea)
    board.canvas.put("questions", key, replace(question, text="", answer=None, hidden=True))


def uncover(board: Board, key: str) -> None:
    """Shows a hidden question again, with its answer."""
    covered = board.covered_questions.pop(key)
    idea = board.document.questions[key].idea
    board.canvas.put("questions", key, Question(idea, covered.text, covered.answer))


def follow_idea(board: Board, idea: str, *, hidden: bool) -> None:
    """The questions about an idea go and come with it, but those that the facilitator had hidden stay so."""
    for key, question in list(board.document.questions.items()):
        if question.idea != idea:
            continue
        if hidden and not question.hidden:
            cover(board, key, with_idea=True)
        elif not hidden and question.hidden and board.covered_questions[key].with_idea:
            uncover(board, key)
