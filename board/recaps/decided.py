"""What boards decided that were opened in the session."""

from dataclasses import dataclass

from board.records.canonical import Json
from board.words import say


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, how it came about in words, and what was asked."""

    text: str
    outcome: str
    question: str
    sha256: str


def decided(record: Json) -> list[Decided]:
    """In the order of the record."""
    return [
        Decided(
            one["decision"] or say("recap-read-decision"),
            say("recap-decided-on-board"),
            one["question"],
            one["sha256"],
        )
        for one in record["decisions"] or []
    ]
