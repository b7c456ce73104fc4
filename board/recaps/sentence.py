"""What a session is for, in one to three sentences: "A brief for the council, in 60 minutes. Done when …"

Pages make the same from the same messages; `tests/data/contract.json` has the cases of both.
"""

from collections.abc import Iterator, Sequence

from board.words import listed, say

MOST_CONDITIONS = 5
"""conditions that the sentence names; of the others it says how many there are"""
ALONE = frozenset({"individual", "deep_work"})
"""kinds in which it goes without saying who says when it is done"""


def sentence(artifact: str, audience: str | None, minutes: int, conditions: Sequence[str], says: str | None) -> str:
    """The contract in words, without what was left open. `says` is who says when it is done; None leaves that out.

    An empty `says` stands for whoever leads.
    """
    return " ".join(_sentences(artifact, audience or "", minutes, conditions, says))


def part(text: str) -> str:
    """What somebody typed, as a part of a sentence: on one line, and without a full stop of its own."""
    return " ".join(text.split()).removesuffix(".")


def _sentences(
    artifact: str, audience: str, minutes: int, conditions: Sequence[str], says: str | None
) -> Iterator[str]:
    yield _what(part(artifact), _inside(audience), minutes)
    if conditions:
        yield say("contract-done-when", conditions=_conditions(conditions))
    if says is not None:
        yield say("contract-says", owner=says) if says else say("contract-lead-says")


def _what(artifact: str, audience: str, minutes: int) -> str:
    if artifact and audience:
        return say("contract-what-for", artifact=artifact, audience=audience, minutes=minutes)
    if artifact:
        return say("contract-what", artifact=artifact, minutes=minutes)
    if audience:
        return say("contract-time-for", audience=audience, minutes=minutes)
    return say("contract-time", minutes=minutes)


def _conditions(conditions: Sequence[str]) -> str:
    named = [_inside(one) for one in conditions[:MOST_CONDITIONS]]
    more = len(conditions) - len(named)
    return listed([*named, say("contract-more", count=more)] if more else named)


def _inside(text: str) -> str:
    """The same, not at the beginning: "The price is in it" loses its capital, and "Ana has read it" does not."""
    words = part(text)
    small = words.partition(" ")[0].lower() in say("contract-small-words").split()
    return words[:1].lower() + words[1:] if small else words
