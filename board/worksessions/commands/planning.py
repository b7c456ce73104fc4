"""The agenda: items that are added, changed, moved and taken off it, before the start and while the clock runs."""

from msgspec import UNSET, UnsetType, structs

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession.commands import AddItem, EditItem, RemoveItem
from board.protocol.worksession.document import Item
from board.worksessions.commands.registry import handles
from board.worksessions.rules import planning
from board.worksessions.rules.planning import longest_title
from board.worksessions.state.context import CommandContext, checked


@handles
def add_item(context: CommandContext, command: AddItem) -> Answer:
    """Without a rank it stands last before the finish."""
    agenda = context.session.document.agenda
    if command.item in agenda:
        return OK
    if full := context.check_room("items", total=len(agenda)):
        return refuse(full)
    item = _new(context, command)
    if isinstance(item, Refused):
        return refuse(item)
    if no := planning.check_order(agenda, {**agenda, command.item: item}, _running(context)):
        return refuse(no)
    context.use("items")
    context.session.canvas.put("agenda", command.item, item)
    return OK


def _new(context: CommandContext, command: AddItem) -> Item | Refused:
    title, owner = _title(command.title, command.kind), context.owner(command.owner)
    if isinstance(title, Refused):
        return title
    if isinstance(owner, Refused):
        return owner
    rank = planning.place(context.session.document.agenda) if command.rank is None else command.rank
    if no := planning.check_rank(rank or ""):
        return no
    return Item(title=title, minutes=command.minutes, kind=command.kind, owner=owner, rank=rank or "")


@handles
def edit_item(context: CommandContext, command: EditItem) -> Answer:
    """Only the fields that are given change. Planned minutes change apart from what people did to the clock."""
    agenda = context.session.document.agenda
    if command.item not in agenda:
        return refuse(Refusal.NO_ITEM)
    asked = _asked(context, command, agenda[command.item].kind)
    if isinstance(asked, Refused):
        return refuse(asked)
    changed = structs.replace(agenda[command.item], **asked)
    if no := planning.check_change(agenda, command.item, changed, _running(context)):
        return refuse(no)
    context.session.canvas.put("agenda", command.item, changed)
    return OK


def _asked(context: CommandContext, command: EditItem, kind: str) -> dict[str, object] | Refused:
    """The fields that were sent, as they can be kept."""
    kept: dict[str, object] = {} if command.minutes is UNSET else {"minutes": command.minutes}
    if not isinstance(command.title, UnsetType):
        kept["title"] = _title(command.title, kind)
    if not isinstance(command.owner, UnsetType):
        kept["owner"] = context.owner(command.owner)
    if not isinstance(command.rank, UnsetType):
        kept["rank"] = planning.check_rank(command.rank) or command.rank
    return next((one for one in kept.values() if isinstance(one, Refused)), kept)


@handles
def remove_item(context: CommandContext, command: RemoveItem) -> Answer:
    """Whoever had taken it is free again, and tasks that were written in it stay."""
    session = context.session
    if command.item not in session.document.agenda:
        return OK
    if no := planning.check_removal(session.document.agenda, command.item, _running(context)):
        return refuse(no)
    session.canvas.drop("agenda", command.item)
    for id, person in session.document.people.items():
        if person.taken == command.item:
            session.canvas.put("people", id, structs.replace(person, taken=None))
    for id, task in session.document.tasks.items():
        if task.item == command.item:
            session.canvas.put("tasks", id, structs.replace(task, item=None))
    return OK


def _title(title: str, kind: str) -> str | Refused:
    return checked(title, longest_title(kind), empty=False)


def _running(context: CommandContext) -> str | None:
    clock = context.session.meta.clock
    return None if clock is None else clock.item
