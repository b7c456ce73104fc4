"""Which of a person's roles a tab has. One browser is one person with a set of them."""

from collections.abc import Collection

from board.protocol.roles import Role


def strongest(roles: Collection[Role]) -> Role:
    """The role a page shows when no weaker one is asked for. Raises ValueError for an empty collection."""
    return min(roles, key=list(Role).index)


def as_asked(roles: Collection[Role], asked: str | None) -> Role:
    """The role of one tab: the requested one unless it is stronger than what the person holds, else the strongest."""
    order = list(Role)
    best = strongest(roles)
    if asked in order and order.index(Role(asked)) >= order.index(best):
        return Role(asked)
    return best
