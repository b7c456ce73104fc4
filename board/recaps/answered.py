"""What readers of the recaps before said, and what became of it."""

from dataclasses import dataclass

from board.records.canonical import Json
from board.words import say


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody typed into one box, with its name, and the answer as a sentence."""

    box: str
    said: str
    answer: str
    note: str | None


def answered(record: Json) -> list[Answered]:
    """In the order of the record."""
    return [
        Answered(say("reply-box", box=one["kind"]), one["said"], say("reply-answer", answer=one["answer"]), one["note"])
        for one in record["answered"] or []
    ]
