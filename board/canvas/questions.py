"""Questions about ideas as the server knows them while they are not in the document. None says who asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that waits to enter the document."""

    idea: str
    text: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What the facilitator has hidden of a question, kept for the undo."""

    text: str
    answer: str | None
    with_idea: bool = False
    """because the idea that it is about is hidden; it comes back with it"""
