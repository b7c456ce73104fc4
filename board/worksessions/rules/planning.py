"""What may become of an agenda: in which order items stand, and which can still be changed."""

from collections.abc import Mapping, Sequence

from board.canvas import rank as ranks
from board.errors import Refused
from board.protocol.refusals import Refusal
from board.protocol.worksession import limits
from board.protocol.worksession.boards import ItemBoard
from board.protocol.worksession.document import Item

MINUTE = 60
Agenda = Mapping[str, Item]


def in_order(agenda: Agenda) -> list[str]:
    """The ids of the items as they stand on the agenda."""
    return sorted(agenda, key=lambda id: (agenda[id].rank, id))


def finish_of(agenda: Agenda) -> str | None:
    """The item with which the agenda ends, if that is its finish: it stays the last one."""
    order = in_order(agenda)
    return order[-1] if order and agenda[order[-1]].kind == "finish" else None


def place(agenda: Agenda) -> str | None:
    """The rank of an item that is added without one: the last before the finish. None when there is no room."""
    order, finish = in_order(agenda), finish_of(agenda)
    before = [id for id in order if id != finish]
    low = agenda[before[-1]].rank if before else ""
    return ranks.between(low, agenda[finish].rank if finish else None)


def behind(agenda: Agenda, running: str) -> str | None:
    """The rank of an item that is added right after the running one. None when there is no room."""
    order = in_order(agenda)
    following = order[order.index(running) + 1 :]
    return ranks.between(agenda[running].rank, agenda[following[0]].rank if following else None)


def longest_title(kind: str) -> int:
    """Characters of the title of an item; that of a board is its question."""
    return limits.QUESTION if kind == "board" else limits.ITEM_TITLE


def board_of(item: Item | None) -> ItemBoard | None:
    """The board of an item, once it was opened."""
    return (item.board or None) if item is not None else None


def check_order(before: Agenda, after: Agenda, running: str | None) -> Refused | None:
    """Whether the items may stand so. `running` is None before the start."""
    finish, order = finish_of(before), in_order(after)
    if finish is not None and order[-1] != finish:
        return Refused(Refusal.FINISH_STAYS)
    if running is None:
        return None
    passed = order[: order.index(running)]
    return Refused(Refusal.ITEM_UNREACHED) if any(map(_waits, (after[id] for id in passed))) else None


def check_rank(rank: str) -> Refused | None:
    """Whether it is a rank."""
    return None if ranks.is_rank(rank) else Refused(Refusal.BAD_RANK)


def check_change(agenda: Agenda, id: str, changed: Item, running: str | None) -> Refused | None:
    """Whether an item may become this. What is over keeps its time, and what runs its place."""
    old = agenda[id]
    if old.spent is not None and (changed.minutes, changed.rank) != (old.minutes, old.rank):
        return Refused(Refusal.ITEM_OVER)
    if id == running and changed.rank != old.rank:
        return Refused(Refusal.ITEM_RUNS)
    if changed.minutes != old.minutes and changed.minutes * MINUTE + changed.extra < MINUTE:
        return Refused(Refusal.TIME_GIVEN)
    return check_order(agenda, {**agenda, id: changed}, running)


def check_removal(agenda: Agenda, id: str, running: str | None) -> Refused | None:
    """Whether an item may be taken off the agenda."""
    if id == running:
        return Refused(Refusal.ITEM_RUNS)
    if agenda[id].spent is not None:
        return Refused(Refusal.ITEM_OVER)
    if (board := board_of(agenda[id])) is not None and board.state in ("decided", "counted"):
        return Refused(Refusal.ITEM_DECIDED)
    return Refused(Refusal.FINISH_STAYS) if id in (finish_of(agenda), *_only(in_order(agenda))) else None


def _waits(item: Item) -> bool:
    return item.spent is None and not item.skipped


def _only(order: Sequence[str]) -> Sequence[str]:
    """The one item of an agenda that has no other."""
    return order if len(order) == 1 else ()
