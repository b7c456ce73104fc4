"""Ideas that were there before the board: laid out as at a reveal, without authors and in random order."""

import random
from uuid import uuid4

from board.brainstorm.commands.grouping import letter_of
from board.brainstorm.state.board import Board
from board.canvas import rank as ranks
from board.canvas.ideas import Idea, IdeaState
from board.imports import Draft
from board.protocol.document import ClusterEntry, GroupCounts

_random = random.SystemRandom()


def lay_out(board: Board, draft: Draft) -> None:
    """Puts the ideas of a draft into the document of a new board, inside its change.

    Nobody holds a claim secret of them, so nobody can edit, withdraw or sign one; the facilitator can hide them.
    Groups get their letters in the order of the draft.
    """
    clusters = [str(uuid4()) for _ in draft.groups]
    last = None
    for at, (cluster, name) in enumerate(zip(clusters, draft.groups, strict=True)):
        last = ranks.after(last)
        board.letters[cluster] = letter_of(at)
        board.canvas.put("clusters", cluster, ClusterEntry(name, last, board.letters[cluster]))
    for taken in _random.sample(draft.ideas, len(draft.ideas)):
        idea = str(uuid4())
        board.ideas[idea] = Idea(IdeaState.HIDDEN, taken.text, None)
        board.show_idea(idea, None if taken.group is None else clusters[taken.group])
        board.assign_number(idea)
    board.put_meta(counts=GroupCounts(ideas=len(draft.ideas)))
