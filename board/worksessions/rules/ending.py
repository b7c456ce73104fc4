"""How a session ends, and what of it goes on in the next one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from msgspec import structs

from board.errors import Refused
from board.protocol.refusals import Refusal
from board.protocol.worksession.document import Condition, Contract, Item, Parked, Person, SessionDocument, Task
from board.protocol.worksession.ending import End

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Carried:
    """What the next session begins with. Ids stay as they are: a task has one home in the whole chain."""

    contract: Contract
    conditions: dict[str, Condition] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)
    parked: dict[str, Parked] = field(default_factory=dict)
    agenda: dict[str, Item] = field(default_factory=dict)


def check(command: End, people: Mapping[str, Person]) -> Refused | None:
    """Whether a verdict can be given so. Only "nearly" has somebody who finishes it, and then it has a day, too."""
    named = command.finisher is not None or command.by is not None
    if command.verdict != "nearly":
        return Refused(Refusal.FINISHER_NOT_NEEDED) if named else None
    if command.finisher is None or command.by is None:
        return Refused(Refusal.FINISHER_MISSING)
    if command.finisher not in people:
        return Refused(Refusal.NO_PERSON)
    return None if is_day(command.by) else Refused(Refusal.NO_DAY)


def looks_like_a_day(text: str) -> bool:
    """Whether it is written as YYYY-MM-DD."""
    return _DATE.fullmatch(text) is not None


def is_day(text: str) -> bool:
    """Whether it is a day of the calendar, as YYYY-MM-DD."""
    if not looks_like_a_day(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def carried(session: str, document: SessionDocument) -> Carried:
    """What is left of a session that ends: unmet conditions, open tasks, thoughts for later and items not reached."""
    return Carried(
        contract=document.meta.contract,
        conditions={
            id: structs.replace(one, origin=one.origin or session)
            for id, one in document.conditions.items()
            if not one.met
        },
        tasks={id: _from(session, one) for id, one in document.tasks.items() if one.state == "open"},
        parked={
            id: Parked(one.text, origin=one.origin or session)
            for id, one in document.parked.items()
            if one.settled in (None, "next")
        },
        agenda={id: _afresh(session, one) for id, one in document.agenda.items() if _unreached(document, id, one)},
    )


def _unreached(document: SessionDocument, id: str, item: Item) -> bool:
    clock = document.meta.clock
    running = clock is not None and clock.item == id
    return item.spent is None and not running and item.kind in ("work", "board")


def _afresh(session: str, item: Item) -> Item:
    """As it was planned: what was added or taken belonged to the session that has ended."""
    return Item(
        title=item.title,
        minutes=item.minutes,
        kind=item.kind,
        owner=item.owner,
        rank=item.rank,
        origin=item.origin or session,
    )


def _from(session: str, task: Task) -> Task:
    """The first session in which a task was written stays the one it comes from."""
    return Task(
        text=task.text,
        owner=task.owner,
        when=task.when,
        first_step=task.first_step,
        origin=task.origin or session,
    )
