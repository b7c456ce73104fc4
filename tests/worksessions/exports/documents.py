"""Documents of sessions, made by hand: what files and sentences are made of."""

import msgspec

from board.protocol.worksession.document import SessionDocument

ROOTS = ("conditions", "agenda", "people", "tasks", "parked", "agreements")


def document(**roots: object) -> SessionDocument:
    """A document with these roots as JSON has them; a root that is left out is empty."""
    return msgspec.convert({"meta": {}} | {root: {} for root in ROOTS} | roots, SessionDocument)


def conditions(texts: list[str]) -> dict[str, object]:
    """Conditions in this order, whose ids sort the other way around."""
    return {f"{99 - at}": {"text": text, "met": False, "rank": f"{at:02}"} for at, text in enumerate(texts)}
