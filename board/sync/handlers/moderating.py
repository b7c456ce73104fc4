"""What the facilitator does to single ideas: hide, highlight, set aside, let the late ones in."""

import random

from board.canvas.ideas import Idea, IdeaState
from board.sync.commands import OK, AdmitLate, Answer, HideIdea, HighlightIdea, SetAside, refuse
from board.sync.handlers.ideas import show
from board.sync.turn import Turn
from board.words import live as words

_shuffle = random.SystemRandom().shuffle


def hide_idea(turn: Turn, command: HideIdea) -> Answer:
    """Takes the text from every screen at once; number and place stay, and so does the way back."""
    board, canvas = turn.board, turn.board.canvas
    idea = board.ideas.get(command.idea)
    state = IdeaState.SHOWN if command.hidden else IdeaState.COVERED
    if idea is None or idea.state not in (IdeaState.SHOWN, IdeaState.COVERED):
        return refuse(words.NO_IDEA)
    if idea.state is not state:
        return OK
    hidden = [key for key in board.meta("hidden") or [] if key != command.idea]
    if command.hidden:
        board.ideas[command.idea] = Idea(IdeaState.COVERED, canvas.root("ideas")[command.idea], idea.secret)
        canvas.drop("ideas", command.idea)
        hidden.append(command.idea)
        if board.meta("highlight") == command.idea:
            board.put_meta(highlight=None)
    else:
        canvas.put("ideas", command.idea, idea.text)
        board.ideas[command.idea] = Idea(IdeaState.SHOWN, None, idea.secret)
    # Sorted: the order would say when each was hidden.
    board.put_meta(hidden=sorted(hidden))
    _reword_ballots(turn, command.idea)
    return OK


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


def admit_late(turn: Turn, command: AdmitLate) -> Answer:
    """Lets the whole tray in, shuffled, with the next free numbers."""
    board = turn.board
    late = board.in_state(IdeaState.LATE)
    if not late:
        return refuse(words.NO_LATE)
    _shuffle(late)
    for idea in late:
        show(turn, idea)
        number(turn, idea)
    counts = board.meta("counts") or {}
    board.put_meta(counts=counts | {"ideas": len(board.canvas.root("ideas"))})
    board.ideas.rewrite()
    return OK


def number(turn: Turn, idea: str) -> None:
    """Gives an idea the next free number; numbers never change and are never given twice."""
    board = turn.board
    board.canvas.put("numbers", idea, board.next_number)
    board.next_number += 1


def _reword_ballots(turn: Turn, idea: str) -> None:
    """The ballot and the closed rounds repeat texts as names of options: a hidden one goes there too."""
    board = turn.board
    text = board.canvas.root("ideas").get(idea)

    def reworded(option: dict[str, object]) -> dict[str, object]:
        shown_by = option["ideas"]
        stands_for = option["option"] == idea or (
            not option["named"] and isinstance(shown_by, list) and bool(shown_by) and shown_by[0] == idea
        )
        return option | {"name": text or ""} if stands_for else option

    if ballot := board.meta("ballot"):
        board.put_meta(ballot=ballot | {"options": [reworded(option) for option in ballot["options"]]})
    if rounds := board.meta("rounds"):
        board.put_meta(rounds=[one | {"options": [reworded(option) for option in one["options"]]} for one in rounds])
