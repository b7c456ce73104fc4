"""Changes of ideas that everybody sees: stored at once, in the document seconds later.

Two changes that reach the others together tell them that one person made both. So each change waits a random time of
its own, and a batch takes at most one change of each person. Nothing that others receive depends on a waiting change.
"""

import random
from collections.abc import Mapping
from dataclasses import replace

from board.brainstorm.phases.ballot_names import reword
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext
from board.brainstorm.state.values import Release
from board.canvas.ideas import Change, Idea, IdeaState
from board.protocol.document import IDEA_ROOTS

SHORTEST_WAIT, LONGEST_WAIT = 2.0, 12.0
"""seconds between the command and the document"""
_random: random.Random = random.SystemRandom()


def waiting(board: Board, idea: str) -> Change:
    """The change of an idea that is not in the document yet, an empty one when nothing waits."""
    return board.changes.get(idea, Change())


def wait(context: CommandContext, idea: str, change: Change) -> None:
    """Stores a change of an idea. One that waits already is replaced and leaves when it would have left."""
    board = context.board
    if idea not in board.changes:
        board.releases[idea] = _draw(context.now, context.person.seat)
    board.changes[idea] = change
    # A page of the file shows in which order rows were added.
    board.changes.rewrite()


def resume(board: Board, now: float, known: Mapping[str, Release] | None = None) -> None:
    """Gives each waiting change of a board that was just loaded the moment it had, or a new one."""
    board.releases = {idea: (known or {}).get(idea) or _draw(now, b"") for idea in board.changes}


def is_due(board: Board, now: float) -> bool:
    """Whether a waiting change may enter the document."""
    return any(_is_due(one, now) for idea, one in board.releases.items() if idea in board.changes)


def release(board: Board, now: float) -> None:
    """Moves what is due into the document in random order, at most one change of each person.

    Their other changes draw a new moment in what is left of the longest wait.
    """
    # Not earlier: when the commit of a release fails, the change waits again under the same author.
    board.releases = {idea: one for idea, one in board.releases.items() if idea in board.changes}
    due = [idea for idea, one in board.releases.items() if _is_due(one, now)]
    _random.shuffle(due)
    chosen = {board.releases[idea].author: idea for idea in due}
    for idea in due:
        one = board.releases[idea]
        if chosen[one.author] == idea:
            _enter(board, idea, board.changes.pop(idea))
        else:
            board.releases[idea] = one._replace(at=_random.uniform(now, max(now, one.latest)))


def release_all(board: Board) -> None:
    """Moves every waiting change into the document in random order, as each phase change does first."""
    if not board.changes:
        return
    ideas = list(board.changes)
    _random.shuffle(ideas)
    for idea in ideas:
        _enter(board, idea, board.changes[idea])
    board.changes.clear()


def _draw(now: float, author: bytes) -> Release:
    return Release(now + _random.uniform(SHORTEST_WAIT, LONGEST_WAIT), now + LONGEST_WAIT, author)


def _is_due(one: Release, now: float) -> bool:
    # A clock that was set back must not keep it waiting.
    return not now < one.at <= now + LONGEST_WAIT


def _enter(board: Board, key: str, change: Change) -> None:
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


def _withdraw(board: Board, key: str, idea: Idea) -> None:
    board.ideas[key] = Idea(IdeaState.WITHDRAWN, None, idea.secret)
    for root in IDEA_ROOTS:
        board.canvas.drop(root, key)
    if idea.state is IdeaState.COVERED:
        board.put_meta(hidden=tuple(one for one in board.meta.hidden if one != key))
    reword(board, key)
