"""Changes of what everybody sees: stored at once, in the document seconds later.

They are changes of ideas, questions about ideas, and answers. Two that reach the others together tell them that one
person made both. So each waits a random time of its own, and a batch takes at most one of each person. Nothing that
others receive depends on what waits.
"""

import random
from collections.abc import Mapping
from dataclasses import replace

from msgspec import structs

from board.brainstorm.phases.ballot_names import reword
from board.brainstorm.phases.covering import cover
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext
from board.brainstorm.state.values import Release, Waiting, What
from board.canvas.ideas import Change, Idea, IdeaState
from board.canvas.questions import Asked
from board.canvas.roots import IDEA_ROOTS
from board.protocol.document import Question

SHORTEST_WAIT, LONGEST_WAIT = 2.0, 12.0
"""seconds between the command and the document"""
SHORTEST_ANSWER, LONGEST_ANSWER = 10.0, 40.0
"""the same for an answer: everybody has just read the question, and may look who is typing"""
_random: random.Random = random.SystemRandom()


def waiting(board: Board, idea: str) -> Change:
    """The change of an idea that is not in the document yet, an empty one when nothing waits."""
    return board.changes.get(idea, Change())


def wait(context: CommandContext, idea: str, change: Change) -> None:
    """Stores a change of an idea. One that waits already is replaced and leaves when it would have left."""
    _schedule(context, (What.CHANGE, idea))
    context.board.changes[idea] = change


def wait_to_ask(context: CommandContext, question: str, asked: Asked) -> None:
    """Stores a question about an idea."""
    _schedule(context, (What.QUESTION, question))
    context.board.waiting_questions[question] = asked


def wait_to_answer(context: CommandContext, question: str, text: str) -> None:
    """Stores an answer to a question. One that waits already is replaced and leaves when it would have left."""
    _schedule(context, (What.ANSWER, question))
    context.board.waiting_answers[question] = text


def _schedule(context: CommandContext, one: Waiting) -> None:
    board, (what, key) = context.board, one
    if key not in board.waiting[what]:
        board.releases[one] = _draw(what, context.now, context.person.seat)
    # A page of the file shows in which order rows were added.
    board.waiting[what].rewrite()


def resume(board: Board, now: float, known: Mapping[Waiting, Release] | None = None, *, alone: bool = True) -> None:
    """Gives all that waits on a board that was just loaded the moment it had, or a new one.

    What another process may have taken waits for as long as it can wait there.
    """
    new = _draw if alone else _last_moment
    board.releases = {one: (known or {}).get(one) or new(one[0], now, b"") for one in _all(board)}


def is_due(board: Board, now: float) -> bool:
    """Whether something that waits may enter the document."""
    rows = board.waiting
    return any(_is_due(what, one, now) for (what, key), one in board.releases.items() if key in rows[what])


def release(board: Board, now: float) -> None:
    """Moves what is due into the document in random order, at most one of each person.

    What else they have waiting draws a new moment in what is left of the longest wait.
    """
    # Not earlier: when the commit of a release fails, what it held waits again under the same author.
    board.releases = {one: board.releases[one] for one in _all(board) if one in board.releases}
    due = [one for one, when in board.releases.items() if _is_due(one[0], when, now)]
    _random.shuffle(due)
    chosen = {board.releases[one].author: one for one in due}
    for one in due:
        when = board.releases[one]
        if chosen[when.author] == one:
            _enter(board, *one)
        else:
            board.releases[one] = when._replace(at=_random.uniform(now, max(now, when.latest)))


def release_all(board: Board) -> None:
    """Moves all that waits into the document in random order, as each phase change does first."""
    waits = _all(board)
    _random.shuffle(waits)
    for what, key in waits:
        _enter(board, what, key)
    for what in {what for what, _ in waits}:
        board.waiting[what].clear()


def _all(board: Board) -> list[Waiting]:
    return [(what, key) for what, rows in board.waiting.items() for key in rows]


def _draw(what: What, now: float, author: bytes) -> Release:
    shortest, longest = _waits(what)
    return Release(now + _random.uniform(shortest, longest), now + longest, author)


def _last_moment(what: What, now: float, author: bytes) -> Release:
    _, longest = _waits(what)
    return Release(now + longest, now + longest, author)


def _waits(what: What) -> tuple[float, float]:
    return (SHORTEST_ANSWER, LONGEST_ANSWER) if what is What.ANSWER else (SHORTEST_WAIT, LONGEST_WAIT)


def _is_due(what: What, one: Release, now: float) -> bool:
    # A clock that was set back must not keep it waiting.
    return not now < one.at <= now + _waits(what)[1]


def _enter(board: Board, what: What, key: str) -> None:
    """Moves one into the document, unless the idea that it is about has just left."""
    if key not in board.waiting[what]:
        return
    if what is What.CHANGE:
        _change(board, key, board.changes.pop(key))
    elif what is What.QUESTION:
        asked = board.waiting_questions.pop(key)
        board.canvas.put("questions", key, Question(asked.idea, asked.text))
        if asked.idea not in board.document.ideas:
            cover(board, key, with_idea=True)
    else:
        _answer(board, key, board.waiting_answers.pop(key))


def _change(board: Board, key: str, change: Change) -> None:
    idea = board.ideas[key]
    if change.withdrawn:
        _withdraw(board, key, idea)
        return
    if change.text is not None and idea.state is IdeaState.COVERED:
        board.ideas[key] = replace(idea, text=change.text)
    elif change.text is not None:
        board.canvas.put("ideas", key, change.text)
        reword(board, key)
    if change.name:
        board.canvas.put("signatures", key, change.name)
    elif change.name is not None:
        board.canvas.drop("signatures", key)


def _answer(board: Board, key: str, text: str) -> None:
    question = board.document.questions[key]
    if question.hidden:
        board.covered_questions[key] = replace(board.covered_questions[key], answer=text)
    else:
        board.canvas.put("questions", key, structs.replace(question, answer=text))


def _withdraw(board: Board, key: str, idea: Idea) -> None:
    board.ideas[key] = Idea(IdeaState.WITHDRAWN, None, idea.secret)
    board.forget_questions(key)
    for root in IDEA_ROOTS:
        board.canvas.drop(root, key)
    if idea.state is IdeaState.COVERED:
        board.put_meta(hidden=tuple(one for one in board.meta.hidden if one != key))
    reword(board, key)
