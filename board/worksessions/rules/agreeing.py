"""How people answer a proposal, and what comes of their answers."""

from typing import Literal

from msgspec import structs

from board.protocol.worksession.document import Agreement
from board.voting.consent import Summary

FEWEST = 4
"""people from whom on answers have no names"""


def manner(people: int) -> Literal["level", "name", "alone"]:
    """How a group of this size answers."""
    if people >= FEWEST:
        return "level"
    return "name" if people > 1 else "alone"


def closed_by_name(agreement: Agreement) -> Agreement:
    """Agreed on when nobody says no."""
    agreed = agreement.by == "alone" or all((agreement.by_name or {}).values())
    return structs.replace(agreement, open=False, agreed=agreed)


def counted(agreement: Agreement, summary: Summary) -> Agreement:
    """Agreed on when nobody objects. Without a count that people may see, `agreed` stays null."""
    agreed = summary.objections == 0 if sum(summary.counts.values()) else None
    return structs.replace(
        agreement,
        open=False,
        answers=summary.counts,
        silent=summary.silent,
        reasons=summary.reasons,
        agreed=agreed,
    )
