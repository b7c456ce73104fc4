"""A board inside a session: opened for a planned item, or by somebody who asks everybody."""

from msgspec import structs

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.boards import AskEverybody, ItemBoard, OpenBoard
from board.protocol.worksession.document import Item, Owner
from board.worksessions.commands.registry import handles
from board.worksessions.rules import planning, writing
from board.worksessions.rules.planning import board_of
from board.worksessions.state import links, outcomes
from board.worksessions.state.clocks import running_clock
from board.worksessions.state.context import CommandContext, checked


@handles
def open_board(context: CommandContext, command: OpenBoard) -> Answer:
    """In place of one that was deleted, too."""
    session = context.session
    item = session.document.agenda.get(command.item)
    if item is None:
        return refuse(Refusal.NO_ITEM)
    board = board_of(item)
    if board is not None and board.state != "gone":
        return OK
    if item.kind != "board" or outcomes.is_over(session, item):
        return refuse(Refusal.NO_BOARD_ITEM)
    no = _open(context, command.item, item, asks=board is not None and board.asks)
    return refuse(no) if no else OK


@handles
def ask_everybody(context: CommandContext, command: AskEverybody) -> Answer:
    """The next item is a board with the question, and people can come to it at once."""
    agenda = context.session.document.agenda
    known = agenda.get(command.item)
    if known is not None:
        board = board_of(known)
        return OK if board is not None and board.asks else refuse(Refusal.ID_TAKEN)
    if _still_asks(context):
        return refuse(Refusal.ONE_QUESTION)
    if full := context.check_room("items", total=len(agenda)):
        return refuse(full)
    item = _question(context, command)
    if isinstance(item, Refused):
        return refuse(item)
    if no := _open(context, command.item, item, asks=True):
        return refuse(no)
    context.use("items")
    return OK


def _question(context: CommandContext, command: AskEverybody) -> Item | Refused:
    agenda, running = context.session.document.agenda, running_clock(context.session).current
    title = checked(writing.one_line(command.question), limits.QUESTION, empty=False)
    if isinstance(title, Refused):
        return title
    rank = planning.behind(agenda, running)
    if no := planning.check_rank(rank or ""):
        return no
    asker = Owner(person=context.member)
    item = Item(title=title, minutes=command.minutes, kind="board", owner=asker, rank=rank or "")
    return planning.check_order(agenda, {**agenda, command.item: item}, running) or item


def _still_asks(context: CommandContext) -> bool:
    """Whether a question of this person waits or runs: they hold the link of its board."""
    session = context.session
    for id, item in session.document.agenda.items():
        board = board_of(item)
        waits = board is not None and board.asks and board.state == "open" and not outcomes.is_over(session, item)
        if waits and outcomes.leads(session, id, context.person):
            return True
    return False


def _open(context: CommandContext, id: str, item: Item, *, asks: bool) -> Refused | None:
    session, most = context.session, context.limits.boards
    if outcomes.opened_in(session) >= most:
        return Refused(Refusal.ENOUGH_BOARDS, limit=most)
    join = links.join_token(context.person, session.generations_now)
    if join is None:
        return Refused(Refusal.READING)
    if no := outcomes.open_for(session, id, item, context.now, context.person, join):
        return no
    session.canvas.put("agenda", id, structs.replace(item, board=ItemBoard(state="open", asks=asks)))
    return None
