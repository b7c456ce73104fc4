"""What a session starts with: items of the agenda, conditions, and the text with one heading for each condition."""

import uuid
from collections.abc import Iterable

from board.protocol.worksession.document import Condition, Contract, Item, SessionKind
from board.words import say
from board.worksessions.rules import agenda
from board.worksessions.rules.writing import one_line


def ranks(count: int) -> list[str]:
    """Ranks of that many things in a row, with room between any two."""
    return [f"{n:04d}" for n in range(1, count + 1)]


def proposed_agenda(kind: SessionKind, minutes: int) -> dict[str, Item]:
    """The items that are proposed for a session of this kind and length."""
    items = agenda.proposed(kind, minutes)
    return {
        str(uuid.uuid4()): Item(title=say(f"session-step-{one.step}"), minutes=one.minutes, kind=one.kind, rank=rank)
        for one, rank in zip(items, ranks(len(items)), strict=True)
    }


def conditions_of(texts: Iterable[str]) -> dict[str, Condition]:
    """Conditions in this order, none of them met."""
    kept = list(texts)
    return {str(uuid.uuid4()): Condition(text, False, rank) for text, rank in zip(kept, ranks(len(kept)), strict=True)}


def first_text(contract: Contract, conditions: Iterable[str]) -> str:
    """The text that people find: a title, and one heading for each condition."""
    parts = [f"# {one_line(contract.artifact)}"] if contract.artifact else []
    return "".join(f"{part}\n\n" for part in (*parts, *(f"## {one_line(text)}" for text in conditions)))
