"""What a session is for, in one to three sentences: "A brief for the council, in 60 minutes. Done when …"

Pages make the same from the same messages; `tests/data/contract.json` has the cases of both.
"""

from collections.abc import Iterator, Mapping

from board.protocol.worksession.document import Condition, Owner, Person, SessionDocument
from board.words import listed, say

MOST_CONDITIONS = 5
"""conditions that the sentence names; of the others it says how many there are"""
ALONE = frozenset({"individual", "deep_work"})
"""kinds in which it goes without saying who says when it is done"""


def sentence(document: SessionDocument) -> str:
    """The contract in words, without what was left open."""
    return " ".join(_sentences(document))


def _sentences(document: SessionDocument) -> Iterator[str]:
    contract = document.meta.contract
    yield _what(_part(contract.artifact), _inside(contract.audience or ""), contract.minutes)
    if document.conditions:
        yield say("contract-done-when", conditions=_conditions(document.conditions))
    if contract.owner is not None:
        yield say("contract-says", owner=owner_name(contract.owner, document.people))
    elif document.meta.kind not in ALONE:
        lead = next((one.name for one in document.people.values() if one.role == "lead" and not one.removed), None)
        yield say("contract-says", owner=lead) if lead else say("contract-lead-says")


def _what(artifact: str, audience: str, minutes: int) -> str:
    if artifact and audience:
        return say("contract-what-for", artifact=artifact, audience=audience, minutes=minutes)
    if artifact:
        return say("contract-what", artifact=artifact, minutes=minutes)
    if audience:
        return say("contract-time-for", audience=audience, minutes=minutes)
    return say("contract-time", minutes=minutes)


def owner_name(owner: Owner, people: Mapping[str, Person]) -> str:
    """The name of an owner, who is in the session or not."""
    person = people.get(owner.person or "")
    return person.name if person else _part(owner.words or "")


def _conditions(conditions: Mapping[str, Condition]) -> str:
    ordered = [conditions[id] for id in sorted(conditions, key=lambda id: (conditions[id].rank, id))]
    named = [_inside(one.text) for one in ordered[:MOST_CONDITIONS]]
    more = len(ordered) - len(named)
    return listed([*named, say("contract-more", count=more)] if more else named)


def _part(text: str) -> str:
    """What somebody typed, as a part of a sentence: on one line, and without a full stop of its own."""
    return " ".join(text.split()).removesuffix(".")


def _inside(text: str) -> str:
    """The same, not at the beginning: "The price is in it" loses its capital, and "Ana has read it" does not."""
    part = _part(text)
    small = part.partition(" ")[0].lower() in say("contract-small-words").split()
    return part[:1].lower() + part[1:] if small else part
