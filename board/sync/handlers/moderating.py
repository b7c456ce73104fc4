"""What the facilitator does to single ideas: hide, highlight, set aside, let the late ones in."""

import random

from board.canvas.ideas import Idea, IdeaState
from board.facilitation import crowd
from board.sync.board import Board
from board.sync.commands import OK, AdmitLate, Answer, HideIdea, HighlightIdea, SetAside, refuse
from board.sync.handlers.ballot_names import reword
from board.sync.handlers.ideas import show
from board.sync.turn import Turn, Wait
from board.words import live as words

_shuffle = random.SystemRandom().shuffle


def hide_idea(turn: Turn, command: HideIdea) -> Answer:
    """Takes a text from every screen at once: an idea's, or the name of a group. The way back is kept."""
    board, key = turn.board, command.idea
    covered = board.ideas.get(key)
    is_hidden = covered is not None and covered.state is IdeaState.COVERED
    shown = board.canvas.root("ideas").get(key) or board.canvas.root("clusters").get(key, {}).get("name")
    if not is_hidden and not shown:
        return refuse(words.NO_IDEA)
    if is_hidden is command.hidden:
        return OK
    if covered is not None and is_hidden and covered.text is None:
        return refuse(words.COVERED_FOR_GOOD)
    if key in board.letters and key not in board.canvas.root("clusters"):
        return refuse(words.NO_CLUSTER)
    if command.hidden:
        board.ideas[key] = Idea(IdeaState.COVERED, shown, covered.secret if covered else None)
        if board.meta("highlight") == key:
            board.put_meta(highlight=None)
    text = None if command.hidden or covered is None else covered.text
    if key in board.canvas.root("clusters"):
        _rename(turn, key, text)
    else:
        _retext(turn, key, text)
    hidden = {*(board.meta("hidden") or [])} ^ {key}
    # Sorted: the order would say when each was hidden.
    board.put_meta(hidden=sorted(hidden))
    reword(board, key)
    return OK


def _retext(turn: Turn, idea: str, text: str | None) -> None:
    """Out of the document, or back into it; number and place stay all the while."""
    board = turn.board
    if text is None:
        board.canvas.drop("ideas", idea)
    else:
        board.canvas.put("ideas", idea, text)
        board.ideas[idea] = Idea(IdeaState.SHOWN, None, board.ideas[idea].secret)


def _rename(turn: Turn, cluster: str, name: str | None) -> None:
    board = turn.board
    board.canvas.put("clusters", cluster, board.canvas.root("clusters")[cluster] | {"name": name or ""})
    if name is not None:
        del board.ideas[cluster]


def renamed(board: Board, cluster: str) -> None:
    """A group got a new name or was taken apart: what was hidden of it is no more, and the new name can be hidden."""
    if cluster in board.ideas:
        del board.ideas[cluster]
        board.put_meta(hidden=[key for key in board.meta("hidden") if key != cluster])


def highlight_idea(turn: Turn, command: HighlightIdea) -> Answer:
    """Shows one idea large to everybody, or none."""
    if command.idea is not None and command.idea not in turn.board.canvas.root("ideas"):
        return refuse(words.NO_IDEA)
    turn.board.put_meta(highlight=command.idea)
    return OK


def set_aside(turn: Turn, command: SetAside) -> Answer:
    """Takes an option off the coming ballot, or puts it back."""
    board = turn.board
    aside = [key for key in board.meta("aside") or [] if key != command.option]
    if command.aside:
        if command.option not in board.canvas.root("ideas") and command.option not in board.canvas.root("clusters"):
            return refuse(words.NO_OPTION)
        aside.append(command.option)
    board.put_meta(aside=sorted(aside))
    return OK


def admit_late(turn: Turn, command: AdmitLate) -> Answer | Wait:
    """Lets the whole tray in, shuffled, with the next free numbers. A small one waits for more to come."""
    board = turn.board
    late = board.in_state(IdeaState.LATE)
    if not late:
        return refuse(words.NO_LATE)
    people = max(board.late_people, sum(quota.counts and quota.late > 0 for quota in board.quotas.values()))
    if not turn.held and crowd.needs_hold(len(late), people):
        return Wait(turn.now + crowd.HOLD, held=True)
    _shuffle(late)
    for idea in late:
        show(turn, idea)
        number(turn, idea)
    counts = board.meta("counts") or {}
    board.put_meta(counts=counts | {"ideas": len(board.canvas.root("ideas"))})
    board.ideas.rewrite()
    board.late_people = 0
    board.quotas.clear()
    board.forget("write")
    return OK


def number(turn: Turn, idea: str) -> None:
    """Gives an idea the next free number; numbers never change and are never given twice."""
    board = turn.board
    board.canvas.put("numbers", idea, board.next_number)
    board.next_number += 1
