"""What a session is for, in the words of its document."""

from collections.abc import Mapping

from board.protocol.worksession.document import Owner, Person, SessionDocument
from board.recaps import sentence as contract_sentence
from board.recaps.sentence import ALONE, MOST_CONDITIONS, part

__all__ = ["MOST_CONDITIONS", "owner_name", "sentence"]


def sentence(document: SessionDocument) -> str:
    """The contract in words, without what was left open."""
    contract, known = document.meta.contract, document.conditions
    ordered = [known[id].text for id in sorted(known, key=lambda id: (known[id].rank, id))]
    return contract_sentence.sentence(
        contract.artifact, contract.audience, contract.minutes, ordered, _says(document, contract.owner)
    )


def owner_name(owner: Owner, people: Mapping[str, Person]) -> str:
    """The name of an owner, who is in the session or not."""
    person = people.get(owner.person or "")
    return person.name if person else part(owner.words or "")


def _says(document: SessionDocument, owner: Owner | None) -> str | None:
    if owner is not None:
        return owner_name(owner, document.people)
    if document.meta.kind in ALONE:
        return None
    return next((one.name for one in document.people.values() if one.role == "lead" and not one.removed), "")
