"""Which of a person's roles a tab has. One browser is one person with a set of roles."""

from collections.abc import Collection
from enum import StrEnum
from typing import TypeVar

R = TypeVar("R", bound=StrEnum)


def strongest(roles: Collection[R]) -> R:
    """The role of a page that requests no weaker one. Raises ValueError for an empty collection."""
    return min(roles, key=_order(roles).index)


def as_asked(roles: Collection[R], asked: str | None) -> R:
    """The role of one tab: the requested one unless it is stronger than what the person holds, else the strongest."""
    order, best = _order(roles), strongest(roles)
    return next((role for role in order[order.index(best) :] if role == asked), best)


def _order(roles: Collection[R]) -> list[R]:
    """Every role of this kind of document, strongest first, as its enumeration declares them."""
    return [role for one in list(roles)[:1] for role in type(one)]
