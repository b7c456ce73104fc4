"""Which of a person's roles a tab has. One browser is one person with a set of roles."""

from collections.abc import Collection

from board.protocol.roles import Role


def strongest(roles: Collection[Role]) -> Role:
    """The role of a page that requests no weaker one. Raises ValueError for an empty collection."""
    return min(roles, key=list(Role).index)


def as_asked(roles: Collection[Role], asked: str | None) -> Role:
    """The role of one tab: the requested one unless it is stronger than what the person holds, else the strongest."""
    order = list(Role)
    best = strongest(roles)
    if asked in order and order.index(Role(asked)) >= order.index(best):
        return Role(asked)
    return best
