"""Ideas: written, edited, withdrawn and signed by the browser that holds their claim secret."""

import base64
from dataclasses import replace

from board.brainstorm.commands.registry import handles
from board.brainstorm.phases.waiting_changes import wait, waiting
from board.brainstorm.state.board import Board
from board.brainstorm.state.context import CommandContext, Limits, checked
from board.brainstorm.state.values import Quota
from board.canvas import text as texts
from board.canvas.ideas import Change, Idea, IdeaState, sealed
from board.errors import Refused
from board.facilitation import shares
from board.live.commands import OK, Answer, refuse
from board.people.cookie import Person
from board.protocol import limits
from board.protocol.commands import AddIdea, EditIdea, SignIdea, WithdrawIdea
from board.protocol.phases import Phase
from board.protocol.refusals import Refusal
from board.protocol.roles import Role


def known(context: CommandContext, command: AddIdea) -> Answer | None:
    """The answer to an idea that was stored before: ids are idempotency keys, looked up before the phase is."""
    if command.idea in context.board.letters:
        return refuse(Refusal.ID_TAKEN)
    idea = context.board.ideas.get(command.idea)
    if idea is None:
        return None
    if idea.secret is not None and not idea.claimed_by(_secret(command.secret)):
        return refuse(Refusal.ID_TAKEN)
    return _late() if idea.state is IdeaState.LATE else OK


@handles
def add_idea(context: CommandContext, command: AddIdea) -> Answer:
    """In time it waits for the reveal; afterwards it goes to the late tray. Nothing is refused for its time."""
    board, text = context.board, texts.trimmed(command.text)
    if board.correcting:
        return refuse(Refusal.ONLY_THE_DECISION)
    if no := texts.check(text, most=texts.IDEA):
        return refuse(no)
    author = context.pseudonym("write")
    quota = board.quotas.get(author, Quota())
    if quota.used >= context.limits.ideas_each:
        return refuse(Refused(Refusal.OWN_LIMIT, limit=context.limits.ideas_each))
    if no := context.check_room("ideas", total=len(board.ideas), own=_counted(board, context.person, quota)):
        return refuse(no)
    in_time = board.phase is Phase.DIVERGE and board.timer.accepts(context.now)
    state = IdeaState.HIDDEN if in_time else IdeaState.LATE
    board.ideas[command.idea] = Idea(state, text, sealed(_secret(command.secret)))
    late = quota.late + (state is IdeaState.LATE)
    board.quotas[author] = Quota(quota.used + 1, late, board.counts(context.person))
    context.use("ideas")
    if in_time and board.meta.visibility == "visible":
        board.pool[command.idea] = author
        board.pool_since = board.pool_since if board.pool_since is not None else context.now
    return OK if in_time else _late()


def left(board: Board, person: Person, limits: Limits) -> int:
    """How many more ideas this person can add, by the limits of one person. The board may be full before."""
    quota = board.quotas.get(board.known_as("write", person.token) or b"", Quota())
    each = limits.ideas_each - quota.used
    if Role.FACILITATOR not in person.roles:
        each = min(each, shares.quarter(limits.ideas) - _counted(board, person, quota))
    return max(0, each)


def _counted(board: Board, person: Person, quota: Quota) -> int:
    """Ideas that a person added. Withdrawn ones keep their rows, so what a person gave back counts too."""
    return max(quota.used, board.usage.of("ideas", person.token))


@handles
def edit_idea(context: CommandContext, command: EditIdea) -> Answer:
    """Changes the text of one's own idea: at once while nobody else sees it, later when it is in the document."""
    board, text = context.board, texts.trimmed(command.text)
    idea = own(context, command.idea, command.secret)
    if isinstance(idea, Refused):
        return refuse(idea)
    if no := texts.check(text, most=texts.IDEA):
        return refuse(no)
    if idea.state is IdeaState.SHOWN:
        wait(context, command.idea, replace(waiting(board, command.idea), text=text))
    else:
        board.ideas[command.idea] = replace(idea, text=text)
    return OK


@handles
def withdraw_idea(context: CommandContext, command: WithdrawIdea) -> Answer:
    """Withdraws one's own idea: at once while nobody else sees it, later when it is in the document.

    Its id and number stay used.
    """
    board = context.board
    if (there := board.ideas.get(command.idea)) and there.state is IdeaState.WITHDRAWN:
        return OK
    idea = own(context, command.idea, command.secret)
    if isinstance(idea, Refused):
        # Only the author may learn that a withdrawal waits.
        return OK if idea.code is Refusal.IDEA_WITHDRAWN else refuse(idea)
    shown = idea.state is IdeaState.SHOWN
    if shown:
        wait(context, command.idea, Change(withdrawn=True))
    else:
        board.ideas[command.idea] = Idea(IdeaState.WITHDRAWN, None, idea.secret)
        board.pool.pop(command.idea, None)
    if command.idea not in board.document.numbers:
        # Everybody sees how many people wrote, and that number must not fall before the idea is gone.
        _give_back(context, late=idea.state is IdeaState.LATE, least=1 if shown else 0)
    return OK


def _give_back(context: CommandContext, *, late: bool, least: int) -> None:
    """One idea less of this person since the last reveal, or, where the quota went with it, of those before."""
    board = context.board
    author = board.known_as("write", context.person.token) or b""
    quota = board.quotas.get(author, Quota())
    own = quota.late if late else quota.used
    if own > least:
        board.quotas[author] = quota._replace(used=quota.used - 1, late=quota.late - late)
    elif own == 0:
        board.late_people = max(0, board.late_people - 1)


@handles
def sign_idea(context: CommandContext, command: SignIdea) -> Answer:
    """Signs one's own idea that everybody sees; an empty name removes the signature. The others see it later."""
    idea = own(context, command.idea, command.secret)
    if isinstance(idea, Refused):
        return refuse(idea)
    if idea.state is not IdeaState.SHOWN:
        return refuse(Refusal.NO_IDEA)
    name = checked(command.name, limits.SIGNATURE)
    if isinstance(name, Refused):
        return refuse(name)
    wait(context, command.idea, replace(waiting(context.board, command.idea), name=name))
    return OK


def own(context: CommandContext, key: str, secret: str) -> Idea | Refused:
    """The idea whose claim secret this is, as long as its author may change it."""
    idea = context.board.ideas.get(key)
    if idea is None:
        return Refused(Refusal.NO_IDEA)
    if not idea.claimed_by(_secret(secret)):
        return Refused(Refusal.NOT_YOURS)
    if idea.state is IdeaState.WITHDRAWN or waiting(context.board, key).withdrawn:
        return Refused(Refusal.IDEA_WITHDRAWN)
    if idea.state is IdeaState.COVERED:
        return Refused(Refusal.IDEA_HIDDEN)
    return idea


def _secret(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "==")


def _late() -> Answer:
    return Answer("late", Refused(Refusal.CAME_LATE))
