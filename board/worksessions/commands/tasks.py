"""Tasks, and thoughts for later. A task lives on after the end of its session."""

from msgspec import UnsetType, structs

from board.errors import Refused
from board.live.commands import OK, Answer, refuse
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.commands import AddTask, EditTask, Park, SetTask, SettleParked
from board.protocol.worksession.document import Parked, Task
from board.protocol.worksession.states import State
from board.worksessions.commands.registry import handles
from board.worksessions.rules import ending
from board.worksessions.state.context import CommandContext, checked


@handles
def add_task(context: CommandContext, command: AddTask) -> Answer:
    document = context.session.document
    if command.task in document.tasks:
        return OK
    if command.item is not None and command.item not in document.agenda:
        return refuse(Refusal.NO_ITEM)
    if no := context.check_room("tasks", total=len(document.tasks)):
        return refuse(no)
    kept = _kept(context, command)
    if isinstance(kept, Refused):
        return refuse(kept)
    context.use("tasks")
    context.session.canvas.put("tasks", command.task, structs.replace(Task(text="", item=command.item), **kept))
    return OK


@handles
def edit_task(context: CommandContext, command: EditTask) -> Answer:
    """Only the fields that are given change. After the end a task stays the same one: its words do not change."""
    task, state = context.session.document.tasks.get(command.task), context.session.meta.state
    if task is None:
        return refuse(Refusal.NO_TASK)
    if state in (State.ENDED, State.SHARED) and not isinstance(command.text, UnsetType):
        return refuse(Refused(Refusal.NOT_IN_STATE, state=state.value))
    kept = _kept(context, command)
    if isinstance(kept, Refused):
        return refuse(kept)
    context.session.canvas.put("tasks", command.task, structs.replace(task, **kept))
    return OK


@handles
def set_task(context: CommandContext, command: SetTask) -> Answer:
    """The note of a task that is dropped says why."""
    task = context.session.document.tasks.get(command.task)
    if task is None:
        return refuse(Refusal.NO_TASK)
    note = checked(command.note, limits.NOTE)
    if isinstance(note, Refused):
        return refuse(note)
    changed = structs.replace(task, state=command.state, note=note or None)
    context.session.canvas.put("tasks", command.task, changed)
    return OK


@handles
def park(context: CommandContext, command: Park) -> Answer:
    parked = context.session.document.parked
    if command.parked in parked:
        return OK
    text = checked(command.text, limits.PARKED, empty=False)
    if isinstance(text, Refused):
        return refuse(text)
    if no := context.check_room("parked", total=len(parked)):
        return refuse(no)
    context.use("parked")
    context.session.canvas.put("parked", command.parked, Parked(text))
    return OK


@handles
def settle_parked(context: CommandContext, command: SettleParked) -> Answer:
    """The task that a thought becomes has its id: settled twice, it is one task.

    Settled another way after that, the task goes, unless somebody has worked on it.
    """
    document, canvas = context.session.document, context.session.canvas
    thought = document.parked.get(command.parked)
    if thought is None:
        return refuse(Refusal.NO_THOUGHT)
    if command.settled_as == "task" and command.parked not in document.tasks:
        if no := context.check_room("tasks", total=len(document.tasks)):
            return refuse(no)
        context.use("tasks")
        canvas.put("tasks", command.parked, Task(text=thought.text))
    if command.settled_as != "task" and document.tasks.get(command.parked) == Task(text=thought.text):
        canvas.drop("tasks", command.parked)
    canvas.put("parked", command.parked, structs.replace(thought, settled=command.settled_as))
    return OK


def _kept(context: CommandContext, command: AddTask | EditTask) -> dict[str, object] | Refused:
    """The fields that were sent, as they can be kept."""
    kept: dict[str, object] = {}
    if not isinstance(command.text, UnsetType):
        kept["text"] = checked(command.text, limits.TASK, empty=False)
    if not isinstance(command.owner, UnsetType):
        kept["owner"] = context.owner(command.owner)
    if not isinstance(command.when, UnsetType):
        kept["when"] = _when(command.when)
    if not isinstance(command.first_step, UnsetType):
        kept["first_step"] = checked(command.first_step, limits.FIRST_STEP) or None
    return next((one for one in kept.values() if isinstance(one, Refused)), kept)


def _when(when: str | None) -> str | Refused | None:
    """Words, or a day of the calendar: only a day stands in calendars."""
    text = checked(when, limits.WHEN)
    if isinstance(text, str) and ending.looks_like_a_day(text) and not ending.is_day(text):
        return Refused(Refusal.NO_DAY)
    return text or None
