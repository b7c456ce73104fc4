"""What the facilitator does to single ideas: hide, set aside, let the late ones in."""

import random

from msgspec.structs import replace

from board.brainstorm.commands.registry import handles
from board.brainstorm.phases.ballot_names import reword
from board.brainstorm.phases.covering import follow_idea
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, Wait
from board.canvas.ideas import Idea, IdeaState
from board.facilitation import crowd
from board.live.commands import OK, Answer, refuse
from board.protocol.commands import AdmitLate, HideIdea, SetAside
from board.protocol.refusals import Refusal

_shuffle = random.SystemRandom().shuffle


@handles
def hide_idea(context: CommandContext, command: HideIdea) -> Answer:
    """Takes a text from every screen at once: an idea's, or the name of a group. The way back is kept."""
    board, key = context.board, command.idea
    covered = board.ideas.get(key)
    is_hidden = covered is not None and covered.state is IdeaState.COVERED
    group = board.document.clusters.get(key)
    shown = board.document.ideas.get(key) or (group.name if group else None)
    if not is_hidden and not shown:
        return refuse(Refusal.NO_IDEA)
    if is_hidden is command.hidden:
        return OK
    if covered is not None and is_hidden and covered.text is None:
        return refuse(Refusal.IDEA_HIDDEN_FOR_GOOD)
    if key in board.letters and key not in board.document.clusters:
        return refuse(Refusal.NO_GROUP)
    if command.hidden:
        board.ideas[key] = Idea(IdeaState.COVERED, shown, covered.secret if covered else None)
        if board.meta.highlight == key:
            board.put_meta(highlight=None, highlight_as="one")
    _change_document(board, key, hidden=command.hidden)
    follow_idea(board, key, hidden=command.hidden)
    hidden = {*board.meta.hidden} ^ {key}
    # Sorted: the order would say when each was hidden.
    board.put_meta(hidden=tuple(sorted(hidden)))
    reword(board, key)
    return OK


def _change_document(board: Board, key: str, *, hidden: bool) -> None:
    """Takes a text out of the document, or puts it back; number and place stay all the while."""
    cluster = board.document.clusters.get(key)
    if cluster is not None:
        board.canvas.put("clusters", key, replace(cluster, name="" if hidden else board.ideas[key].text))
        if not hidden:
            del board.ideas[key]
    elif hidden:
        board.canvas.drop("ideas", key)
    else:
        board.show_text(key)


def renamed(board: Board, cluster: str) -> None:
    """A group was renamed or dissolved: its old name is not hidden any more, and the new one can be."""
    if cluster in board.ideas:
        del board.ideas[cluster]
        board.put_meta(hidden=tuple(key for key in board.meta.hidden if key != cluster))


@handles
def set_aside(context: CommandContext, command: SetAside) -> Answer:
    """Takes options off the coming ballot, or puts them back: all that the command names, or none."""
    board = context.board
    moved = {command.option, *command.more}
    aside = set(board.meta.aside) - moved
    if command.aside:
        if not moved <= board.document.ideas.keys() | board.document.clusters.keys():
            return refuse(Refusal.NO_OPTION)
        aside |= moved
    board.put_meta(aside=tuple(sorted(aside)))
    return OK


@handles
def admit_late(context: CommandContext, command: AdmitLate) -> Answer | Wait:
    """Lets the whole tray in, shuffled, with the next free numbers. A small one waits for more to come.

    Nobody is ready any more, since everybody has something to read again.
    """
    board = context.board
    late = board.in_state(IdeaState.LATE)
    if not late:
        return refuse(Refusal.NOTHING_LATE)
    people = max(board.late_people, sum(quota.counts and quota.late > 0 for quota in board.quotas.values()))
    if not context.held and crowd.needs_hold(len(late), people):
        return Wait(context.now + crowd.HOLD, held=True)
    _shuffle(late)
    for idea in late:
        board.show_idea(idea)
        board.assign_number(idea)
    board.put_meta(counts=replace(board.meta.counts, ideas=len(board.document.ideas)))
    board.ideas.rewrite()
    board.late_people = 0
    board.quotas.clear()
    board.forget("write")
    board.forget_ready()
    return OK
